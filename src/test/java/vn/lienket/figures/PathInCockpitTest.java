package vn.lienket.figures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.database.Moments;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.CockpitPage;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TestClock;
import vn.lienket.transfer.process.TransferModel;

/** What a manager sees of finished cases and of the steps of a process in Cockpit. */
@IntegrationTest
class PathInCockpitTest {

    private static final String TITLE = "Thỏa thuận về cổng dữ liệu thủy lợi";
    private static final String PAGES = "/camunda/app/cockpit/default/#/lienket/";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private final Inspection inspection = new Inspection();

    @Test
    void aFinishedCaseIsFoundAndShowsTheWayItTook() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", TITLE));
        agreement.draft();
        cooperation
                .as("binhduong.officer1")
                .post(
                        "/api/v1/agreements/%s/withdrawal".formatted(agreement.code()),
                        Map.of("withdrawalReason", "Không còn nhu cầu"))
                .expect(HttpStatus.NO_CONTENT);
        jdbc.sql("""
                        insert into lienket.case_fact (code, kind, channel, organisation, opened_at, closed_at, outcome)
                        select code, kind, channel, lead_organisation, opened_at, changed_at, 'WITHDRAWN'
                        from lienket.dossier where code = ?
                        on conflict do nothing""").param(agreement.code()).update();

        CockpitPage cockpit = CHROMIUM.cockpitOf("binhduong.manager1");
        Page page = cockpit.page();
        page.navigate(PAGES + "finished");
        page.locator(".lk-query [name=text]").fill("cong du lieu thuy loi");
        page.getByLabel("Kết quả").selectOption("WITHDRAWN");
        page.getByText("Tìm", new Page.GetByTextOptions().setExact(true)).click();
        Locator found = page.locator(".lk-page tbody tr");
        assertThat(found).hasCount(1);
        assertThat(found).containsText(TITLE);
        inspection.look(page, "finished-list");
        found.locator("a").click();

        assertThat(page.locator(".lk-page h2")).containsText(TITLE);
        assertThat(cockpit.element(AgreementModel.TASK_DRAFT)).hasClass(Pattern.compile("lk-passed"));
        assertThat(cockpit.element(AgreementModel.TASK_REVIEW)).hasClass(Pattern.compile("lk-left"));
        assertThat(cockpit.element(AgreementModel.TASK_SIGN)).not().hasClass(Pattern.compile("lk-"));
        assertThat(page.locator(".lk-page")).containsText("Soạn dự thảo thỏa thuận");
        inspection.look(page, "finished-case");
        CHROMIUM.picture(page, "finished-case");
        inspection.findsNothing();
    }

    @Test
    void theStepsOfAProcessAreTakenInAtAGlance() {
        jdbc.sql("""
                        insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name, organisation,
                            created_at, ended_at, working_days, term_days)
                        select 'heat-' || n, 'none', 'binhduong-tayninh', d.key_, d.id_, :step, 'Soạn dự thảo thỏa thuận', 'binhduong',
                            :then, :then, 7 + n % 3, 5
                        from act_re_procdef d cross join generate_series(1, 9) n where d.key_ = :process and d.version_ = 1""")
                .param("then", Moments.of(TestClock.at("1990-06-01T09:00"))) // nobody else has any
                .param("step", AgreementModel.TASK_DRAFT)
                .param("process", AgreementModel.SIGNING_PROCESS)
                .update();
        CockpitPage cockpit = CHROMIUM.cockpitOf("binhduong.manager1");
        Page page = cockpit.page();
        page.navigate(
                PAGES + "heat-map?version=1&from=1990-01-01&to=1990-12-31&process=" + AgreementModel.SIGNING_PROCESS);

        assertThat(page.locator(".lk-badge-heat", new Page.LocatorOptions().setHasText("Vượt hạn")))
                .hasCount(1);
        assertThat(cockpit.element(AgreementModel.TASK_DRAFT)).hasClass(Pattern.compile("lk-heat-over"));
        assertThat(page.locator(".lk-page table")).containsText("Vượt hạn");
        inspection.look(page, "heat-map");
        CHROMIUM.picture(page, "heat-map");
        inspection.findsNothing();
        page.getByLabel("Quy trình").selectOption(TransferModel.PROCESS);
        assertThat(page.locator(".lk-page h2")).containsText("Chuyển giao");
        assertThat(page.locator(".bjs-drilldown").first()).isVisible();
        jdbc.sql("delete from lienket.task_fact where task_id like 'heat-%'").update();
    }
}
