package vn.lienket.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.programme.process.ActivityModel;
import vn.lienket.support.ActivityFields;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** {@code /api/v1/activities} and the programme of an agreement as integrations use them, and who gets in by which door. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityApiTest {

    private static final String PATH = "/api/v1/activities";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Cooperation cooperation;

    private Actor officer;
    private String agreement;
    private String activity;

    @BeforeAll
    void openCases() {
        officer = cooperation.as("binhduong.officer1");
        agreement = cooperation.agreement().inForce().code();
        activity = officer.post(PATH, ActivityFields.start(agreement))
                .expect(HttpStatus.CREATED)
                .text("caseCode");
    }

    @Test
    void aStartAnswersTheCodeAndWhereTheCaseIs() {
        Answer started = officer.post(PATH, ActivityFields.start(agreement)).expect(HttpStatus.CREATED);

        assertThat(started.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("caseCode", "processInstanceId");
        assertThat(started.header("Location")).isEqualTo(PATH + "/" + started.text("caseCode"));
        officer.get(started.header("Location")).expect(HttpStatus.OK);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "agreementCode, null, agreementCode",
                "cooperationField, astrology, cooperationField",
                "title, '  ', title",
                "leadOrganisation, null, leadOrganisation",
                "partnerOrganisation, qtsc, partnerOrganisation",
                "startDate, 01/12/2026, startDate",
                "endDate, 2099-01-01, endDate",
                "indicatorTarget, many, indicatorTarget",
            })
    void aWrongStartFieldIsNamed(String field, String value, String named) {
        Map<String, Object> fields = ActivityFields.start(agreement);
        fields.put(field, value);

        Answer refused = officer.post(PATH, fields).expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("errors").findValuesAsText("field")).contains(named);
    }

    @ParameterizedTest
    @CsvSource({"tayninh.officer1", "binhduong.expert1"})
    void onlyOfficersOfTheLeadStart(String person) {
        cooperation.as(person).post(PATH, ActivityFields.start(agreement)).expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void aFreshActivityShowsWhatEveryCaseShowsAndItsPlan() {
        JsonNode view = view(activity);

        assertThat(view.path("caseStatus").asInt()).isEqualTo(1);
        assertThat(view.path("agreementCode").asText()).isEqualTo(agreement);
        assertThat(view.at("/openTasks/0/taskDefinitionKey").asText()).isEqualTo(ActivityModel.TASK_PLAN);
        assertThat(view.path("workItems").findValuesAsText("position")).containsExactly("1", "2", "3");
        assertThat(view.at("/workItems/1/state").asText()).isEqualTo("planned");
        assertThat(view.at("/indicator/target").decimalValue()).isEqualByComparingTo("12");
        assertThat(view.at("/indicator/baseline").isNull()).isTrue();
        for (String empty : List.of("progress", "planOpinions", "confirmations", "continuations", "documents")) {
            assertThat(view.path(empty)).as(empty).isEmpty();
        }
    }

    @Test
    void whoIsNotInTheChannelFindsNothing() {
        Actor other = cooperation.as("qtsc.officer1");
        other.get(PATH + "/" + activity).expectRefusal(HttpStatus.NOT_FOUND);
        other.post(PATH + "/" + activity + "/withdrawal", Map.of("withdrawalReason", "Không cần"))
                .expectRefusal(HttpStatus.NOT_FOUND);
        other.post("/api/v1/agreements/" + agreement + "/programme", Map.of("year", 2027))
                .expectRefusal(HttpStatus.NOT_FOUND);
        other.get("/api/v1/cases/" + activity + "/timeline").expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(other.get(PATH).expect(HttpStatus.OK).json().path("items").findValuesAsText("caseCode"))
                .doesNotContain(activity);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void noDoorLetsAnotherGroupOrChannelWorkOnIt(Door door) {
        String task = view(activity).at("/openTasks/0/id").asText();
        Map<String, Object> plan = EngineApi.variable(ActivityModel.PLAN_NOTE, "Xong");

        door.as("qtsc.officer1", cooperation).get("/task/" + task).expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(door.as("tayninh.officer1", cooperation)
                        .post("/task/" + task + "/complete", plan)
                        .status())
                .isEqualTo(HttpStatus.FORBIDDEN.value());
        assertThat(door.as("binhduong.leader1", cooperation)
                        .post("/task/" + task + "/complete", plan)
                        .status())
                .isEqualTo(HttpStatus.FORBIDDEN.value());
        assertThat(door.as("tayninh.officer1", cooperation)
                        .post(
                                "/message",
                                Map.of("messageName", ActivityModel.MESSAGE_AGREEMENT_ENDED, "businessKey", activity))
                        .status())
                .isBetween(400, 499);
        assertThat(view(activity).at("/openTasks/0/taskDefinitionKey").asText()).isEqualTo(ActivityModel.TASK_PLAN);
    }

    @Test
    void theProgrammeOfAYearAnswersItsCodesAtOnceAndSkipsWhatIsOpen() {
        String fresh = cooperation.agreement().inForce().code();
        String path = "/api/v1/agreements/" + fresh + "/programme";

        JsonNode opened = officer.post(path, Map.of("year", 2027, "fields", List.of("ioc")))
                .expect(HttpStatus.CREATED)
                .json();
        assertThat(opened.path("activities").findValuesAsText("cooperationField"))
                .containsExactly("ioc");
        assertThat(opened.path("skipped")).isEmpty();
        String code = opened.at("/activities/0/caseCode").asText();
        officer.get(PATH + "/" + code).expect(HttpStatus.OK);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> view(code).at("/openTasks/0/taskDefinitionKey").asText(), ActivityModel.TASK_PLAN::equals);

        JsonNode again = officer.post(path, Map.of("year", 2027))
                .expect(HttpStatus.CREATED)
                .json();
        assertThat(again.path("activities").findValuesAsText("cooperationField"))
                .containsExactly("mooc");
        assertThat(again.path("skipped")).hasSize(1);
        assertThat(again.at("/skipped/0").asText()).isEqualTo("ioc");

        JsonNode listed = officer.get("/api/v1/agreements/" + fresh)
                .expect(HttpStatus.OK)
                .json()
                .path("activities");
        assertThat(listed.findValuesAsText("cooperationField")).containsExactlyInAnyOrder("ioc", "mooc");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> cooperation
                                .anonymous()
                                .get("/mailbox/messages?size=200")
                                .json()
                                .findValuesAsText("subject"),
                        subjects -> subjects.stream()
                                .anyMatch(subject -> subject.contains("chương trình hợp tác năm 2027")));
    }

    @Test
    void anAgreementThatIsNotInForceHasNoProgramme() {
        String draft = cooperation.agreement().code();

        assertThat(officer.post("/api/v1/agreements/" + draft + "/programme", Map.of("year", 2027))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .contains("đang có hiệu lực");
        Map<String, Object> fields = ActivityFields.start(draft);
        officer.post(PATH, fields).expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theOptionsOfferWhatIsAgreedWithItsTemplates() {
        JsonNode options = officer.get(PATH + "/options").expect(HttpStatus.OK).json();

        assertThat(options.path("organisation").asText()).isEqualTo("binhduong");
        assertThat(options.path("roles").findValuesAsText("code")).doesNotContain("manager");
        JsonNode offered = null;
        for (JsonNode candidate : options.path("agreements")) {
            offered = candidate.path("code").asText().equals(agreement) ? candidate : offered;
        }
        assertThat(offered).isNotNull();
        assertThat(offered.path("fields").findValuesAsText("code")).contains("ioc", "mooc");
        assertThat(offered.at("/fields/0/workItems").size()).isBetween(3, 6);
        assertThat(offered.at("/fields/0/indicators").size()).isBetween(1, 3);
    }

    @Test
    void theTimelineAndThePageTellOfIt() {
        Map<String, Object> fields = new HashMap<>(ActivityFields.start(agreement));
        fields.put("title", "Hoạt động có trang riêng");
        String code = officer.post(PATH, fields).expect(HttpStatus.CREATED).text("caseCode");

        assertThat(officer.get("/cases/" + code).expect(HttpStatus.OK).body())
                .contains("Hoạt động có trang riêng", "Khảo sát hệ thống giám sát hiện có", "Chưa có giá trị nào");
        assertThat(officer.get("/cases/" + agreement).expect(HttpStatus.OK).body())
                .contains("Chương trình hợp tác", "Hoạt động có trang riêng");
        officer.post(PATH + "/" + code + "/withdrawal", Map.of("withdrawalReason", "Trùng"))
                .expect(HttpStatus.NO_CONTENT);
        assertThat(view(code).path("state").asText()).isEqualTo("WITHDRAWN");
        officer.post(PATH + "/" + code + "/withdrawal", Map.of("withdrawalReason", "Trùng"))
                .expectRefusal(HttpStatus.CONFLICT);
    }

    private JsonNode view(String code) {
        return officer.get(PATH + "/" + code).expect(HttpStatus.OK).json();
    }
}
