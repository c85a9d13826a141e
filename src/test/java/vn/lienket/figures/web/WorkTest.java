package vn.lienket.figures.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.download.XlsxDownload;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

/** What is late, where and why, as managers and leaders see it; the tasks are to draft, of Bình Dương, in agreements with Tây Ninh. */
@IntegrationTest
class WorkTest {

    private static final String MANAGER = "binhduong.manager1";
    private static final String LEADER = "binhduong.leader1";
    private static final String WORKER = "binhduong.officer1";
    private static final String COLLEAGUE = "binhduong.officer2";
    private static final String DRAFT = "Soạn dự thảo thỏa thuận";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private final Inspection inspection = new Inspection();

    @ParameterizedTest
    @CsvSource({
        "binhduong.manager1, true,  true",
        "binhduong.leader1,  true,  true",
        "tayninh.manager1,   true,  false",
        "tayninh.leader1,    false, false",
        "qtsc.manager1,      false, false",
        "qtsc.leader1,       false, false",
        "admin,              true,  false"
    })
    void managersSeeTheWorkOfTheirChannelsAndLeadersThatOfTheirOrganisation(String who, boolean sees, boolean mayAct) {
        AgreementCase agreement = lateAgreement("Camgiac " + who.replace('.', ' '));

        JsonNode found = work(who, "text=" + agreement.code());
        JsonNode ofBinhDuong = work(who, "organisation=binhduong&text=" + agreement.code());

        assertThat(found.path("total").asInt()).isEqualTo(sees ? 1 : 0);
        assertThat(ofBinhDuong.path("total").asInt()).isEqualTo(sees ? 1 : 0);
        assertThat(found.path("items").path(0).path("mayAct").asBoolean()).isEqualTo(mayAct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.officer1", "tayninh.clerk1", "qtsc.legal1"})
    void nobodyElseSeesTheList(String who) {
        cooperation.as(who).get("/api/v1/work").expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as(who).get("/api/v1/work/options").expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as(who).get("/api/v1/work", "Accept", "text/csv").expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void aTaskIsToldWithItsNamesAndWhatHoldsItUp() {
        AgreementCase agreement = lateAgreement("Trongsuot");

        JsonNode waiting = only(MANAGER, agreement);
        claim(agreement, WORKER);
        JsonNode taken = only(LEADER, agreement);

        assertThat(waiting.path("taskId").asText()).isEqualTo(task(agreement));
        assertThat(waiting.path("title").asText()).isEqualTo("Trongsuot");
        assertThat(waiting.path("kindName").asText()).isEqualTo("Thỏa thuận hợp tác");
        assertThat(waiting.path("processName").asText()).isEqualTo("Ký kết thỏa thuận hợp tác");
        assertThat(waiting.path("stepName").asText()).isEqualTo(DRAFT);
        assertThat(waiting.path("organisationName").asText()).isEqualTo("Sở TT&TT Bình Dương");
        assertThat(waiting.path("assigneeName").isNull()).isTrue();
        assertThat(waiting.path("groups").path(0).asText()).isEqualTo("Chuyên viên – Sở TT&TT Bình Dương");
        assertThat(waiting.path("state").asText()).isEqualTo("late");
        assertThat(waiting.path("daysLate").asInt()).isBetween(1, 9);
        assertThat(waiting.path("reasons").toString())
                .isEqualTo("[{\"code\":\"unclaimed\",\"sentence\":\"Chưa ai nhận việc.\"}]");
        assertThat(taken.path("assignee").asText()).isEqualTo(WORKER);
        assertThat(taken.path("reasons").path(0).path("sentence").asText())
                .isEqualTo("Chuyên viên 1, Sở TT&TT Bình Dương đang xử lý.");
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "page=200, page",
        "size=0, size",
        "size=201, size",
        "state=x, state",
        "reason=x, reason",
        "sort=x, sort",
        "sort=-, sort",
        "organisation=x, organisation",
        "process=x, process",
        "step=x, step",
        "channel=binhduong-qtsc, channel"
    })
    void whatCannotBeAskedForIsNamed(String query, String field) {
        Answer refused = cooperation.as("tayninh.manager1").get("/api/v1/work?" + query);

        refused.expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(refused.json().path("errors").toString()).contains("\"" + field + "\"");
    }

    @Test
    void whatCanBeAskedForIsToldWithItsMeaning() {
        assertThat(cooperation
                        .as(MANAGER)
                        .get("/api/v1/work?state=x&sort=x")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .text("detail"))
                .contains("late (quá hạn)", "since (theo lúc nhận việc)");
        assertThat(work(
                                MANAGER,
                                "step=" + AgreementModel.TASK_DECIDE_RENEWAL + "&process="
                                        + AgreementModel.LIFECYCLE_PROCESS)
                        .path("items")
                        .isArray())
                .isTrue();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        Answer refused = cooperation.as(MANAGER).get("/api/v1/work?text=" + "x".repeat(201));

        refused.expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(refused.json().path("errors").toString()).contains("\"text\"");
    }

    @Test
    void theSameGoesIntoFilesInWhichNothingIsAFormula() throws IOException {
        AgreementCase agreement = lateAgreement("Bangtinh");
        jdbc.sql("update lienket.dossier set title = '=1+2' where code = ?")
                .param(agreement.code())
                .update();
        String path = "/api/v1/work?page=3&text=" + agreement.code();

        Answer csv = cooperation.as(MANAGER).get(path, "Accept", "text/csv").expect(HttpStatus.OK);
        Answer xlsx =
                cooperation.as(MANAGER).get(path, "Accept", XlsxDownload.TYPE).expect(HttpStatus.OK);

        assertThat(csv.header("Content-Disposition")).contains("viec-dang-mo.csv");
        assertThat(csv.body().lines().toList()).hasSize(2);
        assertThat(csv.body())
                .contains("taskId,caseCode", agreement.code() + ",'=1+2,", ",late,", "Chưa ai nhận việc.");
        assertThat(xlsx.header("Content-Type")).startsWith(XlsxDownload.TYPE);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.bytes()))) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(agreement.code());
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=1+2");
            assertThat(row.getCell(8).getLocalDateTimeCellValue()).isNotNull();
        }
    }

    @Test
    void severalTasksAreGivenToWhoCouldTakeEachOfThem() {
        AgreementCase one = lateAgreement("Nguoinhan mot");
        AgreementCase other = lateAgreement("Nguoinhan hai");
        claim(one, WORKER);
        String tasks = task(one) + "," + task(other);

        assertThat(receivers(LEADER, tasks)).containsExactly(WORKER, COLLEAGUE);
        assertThat(receivers(LEADER, task(one))).containsExactly(COLLEAGUE);
        assertThat(receivers(LEADER, tasks + ",none")).containsExactly(WORKER, COLLEAGUE);
        for (String foreign : List.of("tayninh.leader1", "qtsc.manager1", WORKER, "admin")) {
            assertThat(receivers(foreign, tasks)).as(foreign).isEmpty();
        }
        cooperation
                .as(LEADER)
                .get("/api/v1/tasks/receivers?tasks=" + "x,".repeat(200) + "x")
                .expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aManagerFindsWhatIsLateRemindsAndGivesItToAnother() {
        AgreementCase one = lateAgreement("Giamsat mot");
        AgreementCase other = lateAgreement("Giamsat hai");
        claim(one, WORKER);
        claim(other, WORKER);
        cooperation
                .as(LEADER)
                .post("/api/v1/tasks/%s/reminders".formatted(task(other)), Map.of())
                .expect(HttpStatus.NO_CONTENT);
        Page page = CHROMIUM.signIn(MANAGER);
        page.navigate("/camunda/app/cockpit/default/#/dashboard");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Việc chậm").setExact(true))
                .click();
        page.getByLabel("Mã hoặc tên hồ sơ").fill("giamsat");
        page.getByLabel("Tình trạng").first().selectOption("late");
        page.getByLabel("Mã hoặc tên hồ sơ").press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/lienket/late\\?state=late&text=giamsat$"));
        assertThat(page.locator("#lk-late-found")).hasText("Việc 1 đến 2 trong 2 việc.");
        assertThat(page.locator("#lk-late-found")).isFocused();
        Locator first = row(page, one);
        Locator second = row(page, other);
        assertThat(first).containsText(DRAFT);
        assertThat(first).containsText("Quá hạn");
        assertThat(first).containsText("đang xử lý");
        inspection.look(page, "late, where, why");

        page.getByLabel("Chọn tất cả").check();
        page.getByLabel("Lời nhắn").fill("Cần xong trong tuần");
        button(page, "Nhắc việc").click();
        Locator told = page.locator(".lk-late-told");
        assertThat(told).containsText("1 việc đã nhắc, 1 việc không được: " + other.code());
        assertThat(first.locator(".lk-late-result")).hasText("Đã nhắc.");
        assertThat(second.locator(".lk-late-result")).containsText("hôm nay đã được nhắc");
        CHROMIUM.picture(page, "late-reminded");

        second.getByRole(AriaRole.CHECKBOX).uncheck();
        page.getByLabel("Giao lại cho").selectOption(COLLEAGUE);
        button(page, "Giao lại").click();
        assertThat(told).hasText("1 việc đã giao lại.");
        assertThat(first).containsText("Chuyên viên 2, Sở TT&TT Bình Dương đang xử lý.");
        assertThat(first).not().containsText("Chuyên viên 1");
        assertThat(worker(one)).isEqualTo(COLLEAGUE);
        assertThat(worker(other)).isEqualTo(WORKER);

        page.locator("#lk-late-sort-since").click();
        assertThat(page).hasURL(Pattern.compile("sort=since"));
        assertThat(page.locator("#lk-late-sort-since")).isFocused();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Từ lúc");
        inspection.findsNothing();
    }

    @Test
    void aReminderIsToldAlsoToWhoHasLeftThePageMeanwhile() {
        AgreementCase agreement = lateAgreement("Roitrang");
        Page page = CHROMIUM.signIn(MANAGER);
        page.navigate("/camunda/app/cockpit/default/#/lienket/late?text=roitrang");
        List<Route> held = new ArrayList<>();
        page.route("**/reminders", held::add);
        row(page, agreement).getByRole(AriaRole.CHECKBOX).check();
        button(page, "Nhắc việc").click();
        assertThat(page.locator(".lk-late-told")).hasText("Đang thực hiện, hãy đợi.");

        page.locator("a[href='#/lienket/figures']").click();
        assertThat(page.locator("h1")).hasText("Số liệu tháng");
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);

        assertThat(page.locator(".notifications")).containsText("1 việc đã nhắc.");
    }

    @Test
    void aReminderThatMeetsAnEndedSessionGoesOutOnceTheManagerIsBack() {
        AgreementCase agreement = lateAgreement("Phienhet");
        Page page = CHROMIUM.signIn(MANAGER);
        page.navigate("/camunda/app/cockpit/default/#/lienket/late?text=phienhet");
        row(page, agreement).getByRole(AriaRole.CHECKBOX).check();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*SESSION.*")));
        button(page, "Nhắc việc").click();

        Locator dialog = page.locator("dialog.lk-session");
        dialog.getByLabel("Mật khẩu").fill("lienket");
        dialog.locator("button").click();

        assertThat(page.locator(".lk-late-told")).hasText("1 việc đã nhắc.");
        assertThat(row(page, agreement).locator(".lk-late-result")).hasText("Đã nhắc.");
        assertThat(dialog).hasCount(0);
    }

    private static Locator row(Page page, AgreementCase agreement) {
        return page.locator("table.lk-late tbody tr", new Page.LocatorOptions().setHasText(agreement.code()));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** An agreement whose draft has been late for nine days. */
    private AgreementCase lateAgreement(String title) {
        AgreementCase agreement = cooperation.agreement(Map.of("title", title));
        fact(agreement);
        return agreement;
    }

    private void fact(AgreementCase agreement) {
        jdbc.sql("""
                        insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name,
                            organisation, assignee, created_at, due_at)
                        select t.id_, :code, t.tenant_id_, d.key_, d.id_, t.task_def_key_, t.name_, 'binhduong', t.assignee_,
                            now() - interval '20 days', now() - interval '9 days'
                        from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_ where t.id_ = :task
                        on conflict (task_id) do update set assignee = excluded.assignee, due_at = excluded.due_at""")
                .param("code", agreement.code())
                .param("task", task(agreement))
                .update();
    }

    private void claim(AgreementCase agreement, String person) {
        cooperation
                .as(person)
                .post("/engine-rest/task/%s/claim".formatted(task(agreement)), Map.of("userId", person))
                .expect(HttpStatus.NO_CONTENT);
        fact(agreement);
    }

    private static String task(AgreementCase agreement) {
        return agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    private String worker(AgreementCase agreement) {
        return jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(task(agreement))
                .query(String.class)
                .single();
    }

    private JsonNode work(String who, String query) {
        return cooperation
                .as(who)
                .get("/api/v1/work?" + query)
                .expect(HttpStatus.OK)
                .json();
    }

    private JsonNode only(String who, AgreementCase agreement) {
        JsonNode items = work(who, "text=" + agreement.code()).path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<String> receivers(String who, String tasks) {
        return cooperation
                .as(who)
                .get("/api/v1/tasks/receivers?tasks=" + tasks)
                .expect(HttpStatus.OK)
                .json()
                .findValuesAsText("id");
    }
}
