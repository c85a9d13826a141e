package vn.lienket.assignment.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Leaders and managers remind of the work of their organisation and give it to others. The task is to draft, of Bình Dương. */
@IntegrationTest
class OversightTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String LEADER = "binhduong.leader1";
    private static final String MANAGER = "binhduong.manager1";
    private static final String WORKER = "binhduong.officer1";
    private static final String OTHER = "binhduong.officer2";
    private static final String REMINDER = "Nhắc việc";
    private static final String ASSIGNMENT = "Việc được giao";
    private static final String NOTE = "Cần xong trước giao ban sáng mai";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private AgreementCase agreement;
    private String task;

    @BeforeEach
    void openAgreement() {
        agreement = cooperation.agreement();
        task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from lienket.absence where registered_by is not null").update();
        jdbc.sql("insert into lienket.directory_version default values").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {LEADER, MANAGER})
    void theWorkerIsRemindedInOneMailThatSaysByWhomAndWhy(String by) {
        claim(WORKER);

        remind(by, NOTE).expect(HttpStatus.NO_CONTENT);

        agreement.awaitDeliveries();
        List<JsonNode> mails = mails(REMINDER);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).toString()).contains(WORKER + "@");
        String text = jdbc.sql("select text_body from lienket.message where case_code = ? and subject like ?")
                .params(agreement.code(), "%" + REMINDER + "%")
                .query(String.class)
                .single();
        assertThat(text)
                .contains(name(by) + " nhắc việc", NOTE, agreement.code(), "Soạn dự thảo thỏa thuận", "Thời hạn");
        assertThat(timeline(REMINDER)).singleElement().satisfies(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("task");
            assertThat(entry.path("by").asText()).isEqualTo(by);
            assertThat(entry.path("detail").asText()).contains(name(by), name(WORKER), NOTE);
        });
    }

    @Test
    void theGroupIsRemindedOfWhatNobodyHasTaken() {
        remind(LEADER, null).expect(HttpStatus.NO_CONTENT);

        agreement.awaitDeliveries();
        assertThat(mails(REMINDER).toString()).contains(WORKER + "@", OTHER + "@");
        assertThat(mails(REMINDER)).hasSize(2);
    }

    @Test
    void aTaskIsRemindedOfOnceADayWhoeverDoesItAndHoweverManyAtOnce() {
        claim(WORKER);

        List<Integer> answers = atOnce(() -> remind(LEADER, null), () -> remind(MANAGER, null));
        Answer again = remind("binhduong.leader2", null);

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        assertThat(again.expectRefusal(HttpStatus.CONFLICT).sentence()).contains("hôm nay đã được nhắc", "1 lần");
        agreement.awaitDeliveries();
        assertThat(mails(REMINDER)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEADER, MANAGER})
    void aTaskIsGivenToAnotherWhoIsToldAndTheTimelineSaysFromWhomToWhom(String by) {
        claim(WORKER);

        give(by, OTHER, NOTE).expect(HttpStatus.NO_CONTENT);

        assertThat(worker()).isEqualTo(OTHER);
        agreement.awaitDeliveries();
        assertThat(mails(ASSIGNMENT)).hasSize(1);
        assertThat(mails(ASSIGNMENT).toString()).contains(OTHER + "@");
        assertThat(timeline("Giao lại")).singleElement().satisfies(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("task");
            assertThat(entry.path("by").asText()).isEqualTo(by);
            assertThat(entry.path("detail").asText()).contains(name(by), name(WORKER) + " cho " + name(OTHER), NOTE);
        });
        assertThat(timeline("Giao công việc")).isEmpty();
        assertThat(timeline("Ý kiến")).isEmpty();
    }

    @Test
    void whatWaitsInAGroupIsGivenToOneOfItAndBack() {
        give(MANAGER, "", null).expectRefusal(HttpStatus.CONFLICT);

        give(MANAGER, OTHER, null).expect(HttpStatus.NO_CONTENT);
        assertThat(worker()).isEqualTo(OTHER);

        give(LEADER, null, null).expect(HttpStatus.NO_CONTENT);
        assertThat(worker()).isEqualTo("null");
        assertThat(timeline("Giao lại"))
                .extracting(entry -> entry.path("detail").asText())
                .anySatisfy(line -> assertThat(line).contains("đã giao việc", "cho " + name(OTHER)))
                .anySatisfy(line -> assertThat(line).contains("đã thu lại việc", "của " + name(OTHER)));
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.officer1, FORBIDDEN",
        "binhduong.officer2, FORBIDDEN",
        "binhduong.clerk1,   FORBIDDEN",
        "tayninh.leader1,    FORBIDDEN",
        "tayninh.manager1,   FORBIDDEN",
        "admin,              FORBIDDEN",
        "qtsc.leader1,       NOT_FOUND",
        "qtsc.manager1,      NOT_FOUND"
    })
    void nobodyElseMay(String by, HttpStatus status) {
        claim(WORKER);

        remind(by, null).expectRefusal(status);
        give(by, OTHER, null).expectRefusal(status);

        assertThat(worker()).isEqualTo(WORKER);
        assertThat(mails(REMINDER)).isEmpty();
        if (status == HttpStatus.FORBIDDEN) {
            assertThat(page(by)).doesNotContain("/tasks/" + task);
            cooperation.as(by).submit(pagePath("reminder"), Map.of()).expect(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tayninh.officer1,  BAD_REQUEST, có vai trò xử lý việc này",
        "binhduong.clerk1,  BAD_REQUEST, có vai trò xử lý việc này",
        "binhduong.manager1,BAD_REQUEST, có vai trò xử lý việc này",
        "khong.co,          BAD_REQUEST, có vai trò xử lý việc này",
        "binhduong.officer1,CONFLICT,    đang do Chuyên viên 1"
    })
    void onlyWhoCouldTakeItIsGivenATask(String person, HttpStatus status, String sentence) {
        claim(WORKER);

        Answer answer = give(LEADER, person, null);

        assertThat(answer.expectRefusal(status).sentence()).contains(sentence);
        assertThat(worker()).isEqualTo(WORKER);
    }

    @Test
    void whoIsAwayIsGivenNothingAndWhatHeHadIsToldOfAsBorrowed() {
        claim(OTHER);
        absent(OTHER, WORKER);

        assertThat(worker()).isEqualTo(WORKER);
        assertThat(page(LEADER).replace("&amp;", "&")).contains("%s, thay mặt %s".formatted(name(WORKER), name(OTHER)));
        assertThat(timeline("Giao lại")).singleElement().satisfies(entry -> {
            assertThat(entry.path("byName").asText()).isEqualTo("Hệ thống");
            assertThat(entry.path("detail").asText())
                    .contains("của %s được chuyển cho %s làm thay".formatted(name(OTHER), name(WORKER)));
        });
        assertThat(give(MANAGER, OTHER, null).expectRefusal(HttpStatus.CONFLICT).sentence())
                .contains("đang vắng mặt");
        give(WORKER, OTHER, null).expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(worker()).isEqualTo(WORKER);
    }

    @Test
    void aTaskThatHasEndedMeanwhileIsNotThere() {
        claim(WORKER);
        agreement.draft();

        assertThat(remind(LEADER, null).expectRefusal(HttpStatus.NOT_FOUND).sentence())
                .contains("đã kết thúc");
        give(LEADER, OTHER, null).expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(cooperation
                        .as(LEADER)
                        .submit(pagePath("reminder"), Map.of("note", NOTE))
                        .expect(HttpStatus.NOT_FOUND)
                        .body())
                .contains("Việc này không có, hoặc đã kết thúc.");
    }

    @Test
    void ofTwoWhoGiveATaskAtOnceToTheSameOneIsRefused() {
        claim(WORKER);

        List<Integer> answers = atOnce(() -> give(LEADER, OTHER, null), () -> give(MANAGER, OTHER, null));

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        agreement.awaitDeliveries();
        assertThat(mails(ASSIGNMENT)).hasSize(1);
        assertThat(timeline("Giao lại")).hasSize(1);
    }

    @Test
    void aManagerStillCompletesNothing() {
        claim(WORKER);

        cooperation
                .as(MANAGER)
                .post("/engine-rest/task/%s/complete".formatted(task), Map.of())
                .expectRefusal(HttpStatus.FORBIDDEN);
        cooperation
                .as(MANAGER)
                .post("/engine-rest/task/%s/assignee".formatted(task), Map.of("userId", OTHER))
                .expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatALeaderDoesAtTheDoorOfTheEngineIsInTheTimelineToo() {
        claim(WORKER);

        cooperation
                .as(LEADER)
                .post("/engine-rest/task/%s/assignee".formatted(task), Map.of("userId", OTHER))
                .expect(HttpStatus.NO_CONTENT);

        assertThat(timeline("Giao lại"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.path("detail").asText()).contains(name(WORKER) + " cho " + name(OTHER)));
    }

    @Test
    void whatIsRefusedOnThePageIsSaidBesideItsFieldAndKept() {
        claim(WORKER);
        String tooLong = "x".repeat(501);

        Answer refused = cooperation
                .as(LEADER)
                .submit(pagePath("assignee"), Map.of("person", "-", "note", NOTE))
                .expect(HttpStatus.BAD_REQUEST);
        assertThat(refused.body())
                .contains(
                        "Người nhận việc: hãy chọn người đang làm việc ở đơn vị",
                        NOTE + "</textarea>",
                        "<details open");
        assertThat(cooperation
                        .as(LEADER)
                        .submit(pagePath("reminder"), Map.of("note", tooLong))
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("Lời nhắn: không quá 500 ký tự.", tooLong + "</textarea>");
        assertThat(worker()).isEqualTo(WORKER);
    }

    @Test
    void aManagerRemindsAndGivesOnThePageOfTheCase() {
        claim(WORKER);
        Page page = CHROMIUM.signIn(MANAGER);
        page.navigate("/cases/" + agreement.code());
        page.locator("summary").click();
        page.getByLabel("Lời nhắn khi nhắc việc").fill(NOTE);
        CHROMIUM.picture(page, "oversight-page");
        button(page, "Nhắc việc").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(name(MANAGER) + " đã nhắc việc");

        page.locator("summary").click();
        button(page, "Nhắc việc").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("hôm nay đã được nhắc");
        CHROMIUM.picture(page, "oversight-refused");

        page.getByLabel("Giao lại cho").selectOption(OTHER);
        button(page, "Giao lại").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("cho " + name(OTHER));
        assertThat(page.locator("body")).containsText("Giao lại: Soạn dự thảo thỏa thuận");
        CHROMIUM.picture(page, "oversight-done");
        assertThat(worker()).isEqualTo(OTHER);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void claim(String person) {
        cooperation
                .as(person)
                .post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", person))
                .expect(HttpStatus.NO_CONTENT);
    }

    private void absent(String person, String substitute) {
        cooperation
                .as(person)
                .post(
                        "/api/v1/absences",
                        Map.of(
                                "person",
                                person,
                                "from",
                                TODAY.toString(),
                                "to",
                                TODAY.toString(),
                                "substitute",
                                substitute))
                .expect(HttpStatus.CREATED);
    }

    private Answer remind(String by, String note) {
        Map<String, Object> body = new HashMap<>();
        body.put("note", note);
        return cooperation.as(by).post("/api/v1/tasks/%s/reminders".formatted(task), body);
    }

    private Answer give(String by, String person, String note) {
        Map<String, Object> body = new HashMap<>();
        body.put("person", person);
        body.put("note", note);
        return cooperation.as(by).post("/api/v1/tasks/%s/assignee".formatted(task), body);
    }

    private static List<Integer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        return Stream.of(one, other).map(CompletableFuture::supplyAsync).toList().stream()
                .map(answer -> answer.join().status())
                .toList();
    }

    private String pagePath(String act) {
        return "/cases/%s/tasks/%s/%s".formatted(agreement.code(), task, act);
    }

    private String page(String person) {
        return cooperation
                .as(person)
                .open("/cases/" + agreement.code())
                .expect(HttpStatus.OK)
                .body();
    }

    private String worker() {
        return cooperation
                .as("admin")
                .get("/engine-rest/task/" + task)
                .expect(HttpStatus.OK)
                .json()
                .path("assignee")
                .asText();
    }

    private String name(String person) {
        return cooperation.as(person).get("/api/v1/me").text("name");
    }

    private List<JsonNode> mails(String what) {
        return agreement.mails().stream()
                .filter(mail -> mail.path("subject").asText().contains("] " + what + ":"))
                .toList();
    }

    private List<JsonNode> timeline(String what) {
        List<JsonNode> entries = new ArrayList<>();
        cooperation
                .as(LEADER)
                .get("/api/v1/cases/%s/timeline".formatted(agreement.code()))
                .expect(HttpStatus.OK)
                .json()
                .forEach(entries::add);
        return entries.stream()
                .filter(entry -> entry.path("what").asText().startsWith(what))
                .toList();
    }
}
