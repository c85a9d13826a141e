package vn.lienket.figures.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

/** The first page of Cockpit, in a browser. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewInCockpitTest {

    private static final String DASHBOARD = "/camunda/app/cockpit/default/#/dashboard";
    private static final String STEP = "Xem bảng điều khiển";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private final Inspection inspection = new Inspection();

    @BeforeAll
    void workOfTwoOrganisations() {
        String code = cooperation.agreement().code();
        OffsetDateTime now = OffsetDateTime.now();
        open(code, "tayninh", now.minusDays(3));
        open(code, "tayninh", now.minusDays(2));
        open(code, "binhduong", now.plusYears(1));
        task(code, "binhduong", now, now.minusHours(1), 2);
    }

    @AfterAll
    void forgetThem() {
        jdbc.sql("delete from lienket.task_fact where step = 'Task_Overview'").update();
    }

    @Test
    void aManagerSeesFirstHowTheWorkStands() {
        Page page = CHROMIUM.cockpitOf("binhduong.manager1").page();
        page.navigate("about:blank");
        page.navigate(DASHBOARD);

        assertThat(page.locator(".dashboard h1").first()).hasText("Tổng quan công việc");
        assertThat(page.locator(".dashboard .sections")).hasCount(0);
        assertThat(page.locator(".lk-tile", new Page.LocatorOptions().setHasText("Quá hạn")))
                .containsText("Đơn vị khác");
        Locator row = page.locator(".lk-matrix tr", new Page.LocatorOptions().setHasText(STEP));
        assertThat(row.getByText("2 quá hạn").first())
                .hasAttribute(
                        "href",
                        "#/lienket/late?process=%s&step=Task_Overview&organisation=tayninh&state=late"
                                .formatted(AgreementModel.SIGNING_PROCESS));
        assertThat(row.getByText("3 mở")).hasCount(1);
        assertThat(page.locator(".lk-overview-chart canvas")).isVisible();
        page.getByText("Bảng số liệu của biểu đồ").click();
        assertThat(page.locator(".lk-overview details tbody tr")).hasCount(12);
        Locator last = page.locator(".lk-overview-panel").last();
        last.scrollIntoViewIfNeeded();
        assertThat(last).isInViewport();
        assertThat(last.locator("tr", new Locator.LocatorOptions().setHasText("Chuyên viên 1")))
                .not()
                .hasCount(0);
        inspection.lookForIdsToo(page, "Cockpit, the first page of a manager");
        CHROMIUM.picture(page, "overview");
        inspection.findsNothing();

        page.getByLabel("Kênh").selectOption("binhduong-qtsc");
        assertThat(row).hasCount(0);
        assertThat(page.locator(".lk-overview [aria-busy]")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Cập nhật")))
                .click();
        assertThat(page.getByLabel("Kênh")).hasValue("binhduong-qtsc");
    }

    @Test
    void anAdministratorSeesWhatCockpitHasOfItsOwnBelow() {
        Page page = CHROMIUM.cockpitOf("admin").page();
        page.navigate("about:blank");
        page.navigate(DASHBOARD);

        assertThat(page.locator(".lk-matrix")).containsText(STEP);
        assertThat(page.locator(".dashboard .sections")).isVisible();
        assertThat(page.locator(".dashboard > *").last()).hasClass(Pattern.compile("sections"));
    }

    private void open(String code, String organisation, OffsetDateTime due) {
        task(code, organisation, due, null, null);
    }

    private void task(String code, String organisation, OffsetDateTime due, OffsetDateTime ended, Integer workingDays) {
        jdbc.sql(
                        "insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name, organisation,"
                                + " assignee, created_at, due_at, ended_at, working_days, term_days)"
                                + " values (?, ?, 'binhduong-tayninh', ?, 'none', 'Task_Overview', ?, ?, ?, now(), ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        code,
                        AgreementModel.SIGNING_PROCESS,
                        STEP,
                        organisation,
                        organisation + ".officer1",
                        due,
                        ended,
                        workingDays,
                        workingDays == null ? null : 5)
                .update();
    }
}
