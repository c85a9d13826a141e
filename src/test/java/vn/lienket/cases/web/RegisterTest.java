package vn.lienket.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TransferJourney;
import vn.lienket.transfer.process.TransferModel;

/** {@code /cases} and {@code /api/v1/cases}: the cases of all kinds, by what people look for. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterTest {

    private static final String PATH = "/api/v1/cases";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private Actor officer;
    private AgreementCase agreement;
    private ConsultingJourney consulting;
    private TransferJourney paused;
    private TransferJourney declined;
    private TransferJourney late;

    @BeforeAll
    void casesOfEveryKind() {
        officer = cooperation.as("binhduong.officer1");
        agreement = cooperation.agreement(Map.of("title", "Thỏa thuận Đổi mới Sổ Quỳnh Lưu"));
        agreement.draft();
        consulting = cooperation.consulting(Map.of("enterpriseName", "Công ty Sổ Quỳnh Lưu"));
        paused = cooperation.transfer(Map.of("title", "Chuyển giao Sổ Quỳnh Lưu tạm dừng"));
        paused.complete(
                TransferModel.TASK_CHECK,
                Map.of("requestDecision", "supplement", "requestComment", "Thiếu thuyết minh"));
        declined = cooperation.transfer(Map.of("title", "Chuyển giao Sổ Quỳnh Lưu từ chối"));
        declined.complete(
                TransferModel.TASK_CHECK,
                Map.of("requestDecision", "decline", "requestComment", "Không thuộc phạm vi"));
        late = cooperation.transfer(Map.of("title", "Chuyển giao Sổ Quỳnh Lưu quá hạn"));
        jdbc.sql("update act_ru_task set due_date_ = localtimestamp - interval '2 days' where id_ = ?")
                .param(late.task(TransferModel.TASK_CHECK).path("id").asText())
                .update();
    }

    @Test
    void aCaseTellsWhereItStandsAndForWhomItWaits() {
        JsonNode item = only("?text=" + agreement.code());

        assertThat(item.properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "caseCode",
                        "kind",
                        "title",
                        "caseStatus",
                        "caseStatusName",
                        "channel",
                        "leadOrganisation",
                        "step",
                        "waitsFor",
                        "due",
                        "late",
                        "pausedSince",
                        "openedAt",
                        "closedAt");
        assertThat(item.path("kind").asText()).isEqualTo("agreement");
        assertThat(item.path("caseStatus").asInt()).isEqualTo(4);
        assertThat(item.path("step").asText()).isEqualTo("Thẩm định dự thảo");
        assertThat(item.path("waitsFor").asText()).contains("Pháp chế – ", "; ");
        assertThat(item.path("due").asText()).endsWith("+07:00");
        assertThat(item.path("late").asBoolean()).isFalse();
        assertThat(item.path("closedAt").isNull()).isTrue();
    }

    @Test
    void whatIsLatePausedOrClosedIsSaidAndFound() {
        JsonNode lateItem = only("?state=late&text=" + late.code());
        assertThat(lateItem.path("late").asBoolean()).isTrue();
        JsonNode pausedItem = only("?state=paused&text=" + paused.code());
        assertThat(pausedItem.path("pausedSince").asText()).isNotEmpty();
        assertThat(pausedItem.path("late").asBoolean()).isFalse();
        JsonNode closedItem = only("?state=closed&text=" + declined.code());
        assertThat(closedItem.path("closedAt").asText()).isNotEmpty();
        assertThat(closedItem.path("step").isNull()).isTrue();

        assertThat(codes("?state=open&text=so+quynh+luu"))
                .contains(agreement.code(), consulting.code(), paused.code(), late.code())
                .doesNotContain(declined.code());
        assertThat(codes("?state=late&text=so+quynh+luu")).containsExactly(late.code());
        assertThat(codes("?state=paused&text=so+quynh+luu")).containsExactly(paused.code());
        assertThat(codes("?state=closed&text=so+quynh+luu")).containsExactly(declined.code());
    }

    @Test
    void textIsFoundWithAndWithoutAccentsAndByEnterpriseAndTaxCode() {
        assertThat(codes("?text=doi+moi+so+quynh+luu")).containsExactly(agreement.code());
        assertThat(codes("?text=%C4%91%E1%BB%95i+m%E1%BB%9Bi+s%E1%BB%95+qu%E1%BB%B3nh+l%C6%B0u"))
                .containsExactly(agreement.code());
        assertThat(codes("?text=cong+ty+so+quynh+luu")).containsExactly(consulting.code());
        assertThat(codes("?text=" + consulting.view().at("/enterprise/taxCode").asText()))
                .contains(consulting.code());
        assertThat(codes("?text=khong+co+ho+so+nao+nhu+the")).isEmpty();
    }

    @Test
    void casesAreNarrowedDown() {
        assertThat(codes("?text=so+quynh+luu&kind=transfer"))
                .containsExactlyInAnyOrder(paused.code(), declined.code(), late.code());
        assertThat(codes("?text=so+quynh+luu&status=5")).containsExactly(paused.code());
        assertThat(codes("?text=so+quynh+luu&status=5&state=closed")).isEmpty();
        assertThat(codes("?text=so+quynh+luu&organisation=tayninh"))
                .containsExactlyInAnyOrder(paused.code(), declined.code(), late.code());
        assertThat(codes("?text=so+quynh+luu&channel=binhduong-qtsc")).containsExactly(consulting.code());
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        assertThat(codes("?text=so+quynh+luu&from=%s&to=%s".formatted(today, today)))
                .hasSize(5);
        assertThat(codes("?text=so+quynh+luu&from=2150-01-01")).isEmpty();
        claim(agreement.task(AgreementModel.TASK_REVIEW, "binhduong"), "binhduong.legal1");
        assertThat(codes("?text=so+quynh+luu&assignee=binhduong.legal1")).containsExactly(agreement.code());
        assertThat(codes("?text=so+quynh+luu&assignee=nobody")).isEmpty();
        assertThat(only("?text=" + agreement.code()).path("waitsFor").asText()).doesNotContain("binhduong.legal1");
    }

    @Test
    void casesAreSortedAndPaged() {
        assertThat(codes("?text=so+quynh+luu&sort=due").get(0)).isEqualTo(late.code());
        assertThat(codes("?text=so+quynh+luu&sort=due").get(4)).isEqualTo(declined.code());
        assertThat(codes("?text=so+quynh+luu&sort=-due").get(4)).isEqualTo(declined.code());
        assertThat(codes("?text=so+quynh+luu&sort=openedAt").get(0)).isEqualTo(agreement.code());
        assertThat(codes("?text=so+quynh+luu")).first().isEqualTo(late.code());
        assertThat(codes("?text=so+quynh+luu&sort=caseCode")).isSorted();

        JsonNode page = get("?text=so+quynh+luu&sort=openedAt&size=2&page=1");
        assertThat(page.path("total").asInt()).isEqualTo(5);
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("size").asInt()).isEqualTo(2);
        assertThat(page.path("items").findValuesAsText("caseCode"))
                .isEqualTo(codes("?text=so+quynh+luu&sort=openedAt").subList(2, 4));
    }

    @Test
    void oneCaseIsShownAsTheRegisterListsItWithWhatBelongsToIt() {
        JsonNode listed = only("?text=" + agreement.code());
        JsonNode shown =
                officer.get(PATH + "/" + agreement.code()).expect(HttpStatus.OK).json();

        listed.properties()
                .forEach(field ->
                        assertThat(shown.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        assertThat(shown.path("organisations").findValuesAsText("id")).containsExactly("binhduong", "tayninh");
        assertThat(shown.at("/organisations/0/name").asText()).isEqualTo("Sở TT&TT Bình Dương");
        assertThat(shown.at("/documents/0/kind").asText()).isEqualTo("draft");
        assertThat(shown.at("/documents/0/kindName").asText()).isEqualTo("Dự thảo");
        assertThat(shown.at("/documents/0/version").asInt()).isEqualTo(1);
        assertThat(shown.at("/documents/0/at").asText()).isNotEmpty();
        assertThat(shown.at("/documents/0/fileName").asText()).isNotEmpty();
        assertThat(shown.path("tasks")).hasSize(2).allSatisfy(task -> {
            assertThat(task.path("name").asText()).isEqualTo("Thẩm định dự thảo");
            assertThat(task.path("whose").asText()).isNotEmpty();
            assertThat(task.path("due").asText()).endsWith("+07:00");
            assertThat(task.path("late").asBoolean()).isFalse();
            assertThat(task.path("mine").asBoolean()).isFalse();
        });
        JsonNode tasks = cooperation
                .as("tayninh.legal2")
                .get(PATH + "/" + agreement.code())
                .expect(HttpStatus.OK)
                .json()
                .path("tasks");
        assertThat(tasks.findValuesAsText("mine")).containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void aCaseThatIsLateOrHasEndedIsShownAsSuch() {
        JsonNode lateCase = officer.get(PATH + "/" + late.code()).json();
        assertThat(lateCase.path("late").asBoolean()).isTrue();
        assertThat(lateCase.at("/tasks/0/late").asBoolean()).isTrue();
        JsonNode ended =
                officer.get(PATH + "/" + declined.code()).expect(HttpStatus.OK).json();
        assertThat(ended.path("closedAt").asText()).isNotEmpty();
        assertThat(ended.path("tasks")).isEmpty();
        officer.get(PATH + "/H09-010101-9999").expectRefusal(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "size=0, size",
        "size=201, size",
        "status=11, status",
        "status=x, status",
        "kind=none, kind",
        "state=none, state",
        "sort=title, sort",
        "organisation=none, organisation",
        "channel=none, channel",
        "from=01/02/2027, from",
        "to=2027-13-01, to",
        "from=2027-02-01&to=2027-01-01, to"
    })
    void whatCannotBeIsRefusedWithItsField(String query, String field) {
        Answer refused = officer.get(PATH + "?" + query).expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void nobodySeesTheCasesOfOtherChannels() {
        Actor stranger = cooperation.as("qtsc.officer1");

        assertThat(stranger.get(PATH + "?text=so+quynh+luu")
                        .json()
                        .path("items")
                        .findValuesAsText("caseCode"))
                .containsExactly(consulting.code());
        stranger.get(PATH + "?channel=binhduong-tayninh").expectRefusal(HttpStatus.BAD_REQUEST);
        stranger.get(PATH + "/" + agreement.code() + "/timeline").expectRefusal(HttpStatus.NOT_FOUND);
        stranger.get(PATH + "/" + agreement.code()).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.anonymous().get(PATH + "/" + agreement.code()).expectRefusal(HttpStatus.UNAUTHORIZED);
        assertThat(cooperation
                        .session("qtsc.officer1")
                        .open("/cases/" + agreement.code())
                        .expect(HttpStatus.NOT_FOUND)
                        .body())
                .contains("Không có hồ sơ %s.".formatted(agreement.code()));
        cooperation.anonymous().get(PATH).expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void thePageListsTheSame() {
        String page = cooperation
                .session("binhduong.officer1")
                .open("/cases?text=so+quynh+luu&sort=due")
                .expect(HttpStatus.OK)
                .body();

        assertThat(page)
                .contains(
                        "5 hồ sơ.",
                        "Chuyển giao công nghệ",
                        "Thỏa thuận hợp tác",
                        "Tư vấn chuyển đổi số",
                        "(quá hạn)",
                        "tạm dừng từ ",
                        "aria-sort=\"ascending\"",
                        "href=\"/cases?text=so%20quynh%20luu&amp;status=&amp;state=late\"",
                        "href=\"/cases?text=so%20quynh%20luu&amp;status=&amp;sort=-due\"")
                .doesNotContain("<script");
        assertThat(cooperation
                        .session("binhduong.officer1")
                        .open("/cases/?text=so+quynh+luu&state=closed")
                        .expect(HttpStatus.OK)
                        .body())
                .contains("1 hồ sơ.", declined.code(), "aria-current=\"page\"");
    }

    private void claim(String task, String person) {
        cooperation
                .as(person)
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", person))
                .expect(HttpStatus.NO_CONTENT);
    }

    private JsonNode get(String query) {
        return officer.get(PATH + query).expect(HttpStatus.OK).json();
    }

    private JsonNode only(String query) {
        JsonNode page = get(query);
        assertThat(page.path("items")).as(query).hasSize(1);
        return page.path("items").get(0);
    }

    private List<String> codes(String query) {
        return get(query).path("items").findValuesAsText("caseCode");
    }
}
