package vn.lienket.engine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** A clerk's working day in Tasklist: what he finds on arrival, how few clicks his work takes, and that nothing he types is lost. */
@IntegrationTest
class WorkingDayTest {

    private static final String DRAFT = "Soạn dự thảo thỏa thuận";
    private static final String FROM_TEMPLATE = "Để hệ thống tạo dự thảo từ mẫu";
    private static final String NOTE = "Ghi chú của người soạn";
    private static final String OFFICER = "binhduong.officer2";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private AgreementCase agreement;

    @BeforeEach
    void somethingToDo() {
        agreement = cooperation.agreement(Map.of("title", "Thỏa thuận của ngày làm việc Quỳnh Nhai"));
    }

    @Test
    void opensOnWhatIsToBeDoneByDueDate() {
        jdbc.sql("update act_ru_task set due_date_ = ? where id_ = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofDays(8))))
                .param(agreement.task(AgreementModel.TASK_DRAFT, "binhduong"))
                .update();
        Page page = CHROMIUM.signIn(OFFICER);
        page.setViewportSize(1366, 768);
        assertThat(page.locator(".task-filter.active .lk-count")).hasText(Pattern.compile("[1-9]\\d*\\+?"));
        TasklistPage tasklist = CHROMIUM.tasklist(page);
        tasklist.filter("Việc của đơn vị").click();

        assertThat(page.getByLabel("Sắp xếp danh sách việc")).hasValue(Pattern.compile("dueDate"));
        Locator card = tasklist.card(agreement.code());
        assertThat(card).containsText(DRAFT);
        assertThat(card.locator(".lk-due")).hasText("Quá hạn 8 ngày");
        assertThat(card.locator(".lk-due")).hasClass(Pattern.compile("lk-overdue"));
        assertThat(card).containsText("Chưa có người nhận");
        assertThat(card.boundingBox().height).as("height of a card").isLessThanOrEqualTo((768 - 24 - 80) / 7.0);
        assertThat(page.locator(".create-task-action, .reset-due-date, .cam-widget-search-pill"))
                .hasCount(0);
    }

    @Test
    void twoClicksDoATaskAndTheNextOneOpens() {
        AgreementCase next = cooperation.agreement();
        Page page = CHROMIUM.signIn(OFFICER);
        page.setViewportSize(1366, 768);
        TasklistPage tasklist = CHROMIUM.tasklist(page);
        tasklist.filter("Việc của đơn vị").click();
        tasklist.newestFirst();
        assertThat(tasklist.card(next.code())).isVisible();

        tasklist.card(next.code()).locator("h4 a").click();
        tasklist.showing(DRAFT);
        assertThat(page.locator("button.unclaim")).isVisible();
        assertThat(page.locator(".instance-link")).hasCount(0);
        assertThat(page.locator(".nav-tabs")).hasText(Pattern.compile("Biểu mẫu\\s*Hồ sơ\\s*Sơ đồ"));
        assertThat(page.locator(".form-actions .btn-primary")).isInViewport();
        tasklist.check(FROM_TEMPLATE);
        page.locator(".form-actions .btn-primary").click();

        assertThat(page.locator(".notifications"))
                .containsText(Pattern.compile("Hồ sơ %s đang chờ Pháp chế – .*, hạn \\d".formatted(next.code())));
        assertThat(page.locator(".task-card")).containsText(agreement.code());
        assertThat(page.locator(".task-card button.claim")).isVisible();
        page.locator(".disabled-form").click();
        assertThat(page.locator("button.unclaim")).isVisible();
    }

    @Test
    void whoReadsTheTaskOfAnotherUnitIsNotOfferedToTakeIt() {
        Page page = CHROMIUM.signIn("binhduong.leader1");
        page.navigate(
                "/camunda/app/tasklist/default/#/?task=" + agreement.task(AgreementModel.TASK_DRAFT, "binhduong"));

        CHROMIUM.tasklist(page).showing(DRAFT);
        assertThat(page.locator(".task-card .groups")).containsText("Chuyên viên – Sở TT&TT Bình Dương");
        assertThat(page.locator(".task-card").getByText("Nhận việc")).hasCount(0);
    }

    @Test
    void theTabOfTheCaseTellsWhatItIs() {
        Page page = CHROMIUM.signIn(OFFICER);
        TasklistPage tasklist = CHROMIUM.tasklist(page).open(DRAFT, agreement.code());
        page.locator(".nav-tabs").getByText("Hồ sơ").click();

        Locator tab = page.locator(".lk-case-tab");
        assertThat(tab).containsText(agreement.code());
        assertThat(tab).containsText("Diễn biến");
        assertThat(tab).containsText("Soạn dự thảo thỏa thuận");
        CHROMIUM.picture(page, "case-tab");
        assertThat(tasklist.filter("Việc của tôi")).isVisible();
    }

    @Test
    void aCaseIsFoundByItsTitleWithoutAccents() {
        Page page = CHROMIUM.signIn(OFFICER);
        page.locator("#lk-search").fill("ngay lam viec quynh nhai");
        assertThat(page.locator("#lk-search-found")).containsText(agreement.code());
        page.locator("#lk-search").press("ArrowDown");
        page.locator("#lk-search").press("Enter");
        page.waitForURL("**/cases/*");
        assertThat(page.locator("h1")).containsText("Hồ sơ H");
    }

    @Test
    void whatIsTypedIsThereAgain() {
        Page page = CHROMIUM.signIn(OFFICER);
        TasklistPage tasklist =
                CHROMIUM.tasklist(page).open(DRAFT, agreement.code()).claim();
        tasklist.check(FROM_TEMPLATE).fill(NOTE, "Dở dang, chiều viết tiếp.");
        assertThat(page.locator(".lk-kept")).hasText("Đã lưu nội dung đang nhập.");
        assertThat(drafts()).isEqualTo(1);

        tasklist.fill(NOTE, "Dở dang, đóng thẻ ngay.");
        String address = page.url();
        page.close();
        page = CHROMIUM.beside(address);
        tasklist = CHROMIUM.tasklist(page).showing(DRAFT);
        assertThat(page.locator(".lk-resumed")).containsText("Đã lấy lại nội dung bạn nhập dở lúc");
        assertThat(tasklist.field(NOTE)).hasValue("Dở dang, đóng thẻ ngay.");
        CHROMIUM.picture(page, "draft-resumed");

        CHROMIUM.signIn("binhduong.officer1");
        Page other = CHROMIUM.beside(address);
        CHROMIUM.tasklist(other).showing(DRAFT);
        assertThat(other.locator(".lk-resumed")).hasCount(0);

        CHROMIUM.signIn(OFFICER);
        page = CHROMIUM.beside(address);
        tasklist = CHROMIUM.tasklist(page).showing(DRAFT);
        assertThat(tasklist.field(NOTE)).hasValue("Dở dang, đóng thẻ ngay.");
        tasklist.complete();
        assertThat(drafts()).isZero();
    }

    @Test
    void anEndedSessionIsBegunAnewOverThePage() {
        Page page = CHROMIUM.signIn(OFFICER);
        TasklistPage tasklist =
                CHROMIUM.tasklist(page).open(DRAFT, agreement.code()).claim();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*SESSION.*")));
        tasklist.fill(NOTE, "Gõ khi phiên đã hết.");

        Locator dialog = page.locator("dialog.lk-session");
        assertThat(dialog).containsText("Phiên làm việc đã hết");
        CHROMIUM.picture(page, "session-ended");
        dialog.getByLabel("Mật khẩu").fill("khong phai");
        dialog.locator("button").click();
        assertThat(dialog.locator("[role=alert]")).containsText("mật khẩu không đúng");
        dialog.getByLabel("Mật khẩu").fill("lienket");
        dialog.locator("button").click();
        assertThat(dialog).hasCount(0);

        assertThat(tasklist.field(NOTE)).hasValue("Gõ khi phiên đã hết.");
        assertThat(page.locator(".lk-kept")).hasText("Đã lưu nội dung đang nhập.");
        tasklist.check(FROM_TEMPLATE).complete();
        assertThat(agreement.openTaskKeys()).isEqualTo(List.of(AgreementModel.TASK_REVIEW, AgreementModel.TASK_REVIEW));
    }

    @Test
    void aLeaderHandsATaskOverByName() {
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        cooperation
                .as("binhduong.officer1")
                .post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", "binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);
        CHROMIUM.signIn("binhduong.leader1");
        Page page = CHROMIUM.beside("/camunda/app/tasklist/default/#/?task=" + task);
        CHROMIUM.tasklist(page).showing(DRAFT);
        assertThat(page.locator(".meta.actors")).containsText("Chuyên viên 1");

        page.getByLabel("Giao lại việc này")
                .selectOption(new SelectOption()
                        .setLabel(cooperation.as(OFFICER).get("/api/v1/me").text("name")));
        page.locator("[lk-hand-over]")
                .getByText("Giao lại", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".meta.actors")).containsText("Chuyên viên 2");
        assertThat(cooperation.as(OFFICER).get("/engine-rest/task/" + task).text("assignee"))
                .isEqualTo(OFFICER);
    }

    @Test
    void aManagerRemindsOfATaskAndHandsItOverThoughHeDoesNotWorkOnIt() {
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        cooperation
                .as("binhduong.officer1")
                .post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", "binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);
        CHROMIUM.signIn("binhduong.manager1");
        Page page = CHROMIUM.beside("/camunda/app/tasklist/default/#/?task=" + task);
        CHROMIUM.tasklist(page).showing(DRAFT);

        page.getByLabel("Lời nhắn").fill("Xong trong sáng nay");
        CHROMIUM.picture(page, "oversight-tasklist");
        Locator reminder =
                page.locator("[lk-hand-over]").getByText("Nhắc việc", new Locator.GetByTextOptions().setExact(true));
        reminder.click();
        assertThat(page.locator(".notifications")).containsText("Đã nhắc việc");
        reminder.click();
        assertThat(page.locator(".notifications")).containsText("hôm nay đã được nhắc");
        CHROMIUM.picture(page, "oversight-tasklist-refused");
        page.getByLabel("Giao lại việc này").selectOption("");
        page.locator("[lk-hand-over]")
                .getByText("Giao lại", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".notifications")).containsText("Đã trả về đơn vị");
        assertThat(page.locator("button.unclaim")).hasCount(0);
        assertThat(cooperation
                        .as(OFFICER)
                        .get("/engine-rest/task/" + task)
                        .json()
                        .path("assignee")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatHasFailedIsToldUntilItIsDoneOrAnotherTaskIsOpened() {
        AgreementCase other = cooperation.agreement();
        Page page = CHROMIUM.signIn(OFFICER);
        TasklistPage tasklist =
                CHROMIUM.tasklist(page).open(DRAFT, agreement.code()).claim();
        Locator failure = page.locator(".notifications .alert-danger");
        Locator giveBack = page.locator(".task-card button.unclaim");
        page.route("**/unclaim", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));

        giveBack.click();
        assertThat(failure).isVisible();
        tasklist.open(DRAFT, other.code());
        assertThat(failure).hasCount(0);

        tasklist.openOwn(DRAFT, agreement.code()).claim();
        giveBack.click();
        assertThat(failure).isVisible();
        page.unroute("**/unclaim");
        giveBack.click();
        assertThat(page.locator(".task-card .claim")).isVisible();
        assertThat(failure).hasCount(0);
    }

    private long drafts() {
        return jdbc.sql("select count(*) from lienket.form_draft where person = ? and task_id is not null")
                .param(OFFICER)
                .query(Long.class)
                .single();
    }
}
