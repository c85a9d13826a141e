package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** Who sees and does what of a consulting case, at every door: nothing if he is of another channel, his own tasks if he is of this one. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultingDoorsTest {

    private static final String PATH = "/api/v1/consulting-cases";
    private static final String NAME = "Công ty không dành cho kênh khác";
    private static final List<String> STRANGERS = List.of("tayninh.officer1", "tayninh.leader1", "tayninh.manager1");

    @Autowired
    Cooperation cooperation;

    private ConsultingJourney confirming;
    private String task;

    @BeforeAll
    void openCase() {
        confirming = cooperation.consulting(Map.of("enterpriseName", NAME)).upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);
        task = confirming.task(ConsultingModel.TASK_CONFIRM_ROADMAP).path("id").asText();
    }

    @Test
    void aStrangerFindsNothingInTheApi() {
        String document = confirming.view().at("/documents/0/id").asText();
        for (String person : STRANGERS) {
            Actor stranger = cooperation.as(person);
            for (String below : List.of("", "/radar", "/experts")) {
                stranger.get(confirming.path() + below).expectRefusal(HttpStatus.NOT_FOUND);
            }
            stranger.get("/api/v1/documents/" + document).expectRefusal(HttpStatus.NOT_FOUND);
            stranger.post(confirming.path() + "/support-preview", Map.of("roadmapSteps", ConsultingFields.steps()))
                    .expectRefusal(HttpStatus.NOT_FOUND);
            assertThat(stranger.get(PATH + "?size=200").expect(HttpStatus.OK).body())
                    .doesNotContain(confirming.code())
                    .doesNotContain(NAME);
        }
    }

    @Test
    void aStrangerChangesNothingInTheApi() {
        JsonNode before = confirming.view();
        for (String person : STRANGERS) {
            Actor stranger = cooperation.as(person);
            stranger.post(confirming.path() + "/roadmap-answer", Map.of("roadmapDecision", "agree"))
                    .expectRefusal(HttpStatus.NOT_FOUND);
            stranger.post(confirming.path() + "/withdrawal", Map.of("withdrawalReason", "Thử"))
                    .expectRefusal(HttpStatus.NOT_FOUND);
        }
        assertThat(confirming.view()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerFindsNothingInTheEngine(Door door) {
        for (String person : STRANGERS) {
            EngineApi stranger = door.as(person, cooperation);
            for (String list : List.of(
                    "/task?processInstanceId=%s",
                    "/process-instance?processInstanceIds=%s",
                    "/variable-instance?processInstanceIdIn=%s",
                    "/history/process-instance?processInstanceId=%s",
                    "/history/variable-instance?processInstanceId=%s",
                    "/history/decision-instance?processInstanceId=%s&includeInputs=true&includeOutputs=true")) {
                Answer found = stranger.get(list.formatted(confirming.processInstanceId()));
                assertThat(found.status()).as(list).isIn(200, 403);
                assertThat(found.body())
                        .as(list)
                        .doesNotContain(confirming.code())
                        .doesNotContain("30000000000");
            }
            for (String path : List.of("/task/%s", "/task/%s/variables", "/task/%s/form-variables")) {
                assertThat(stranger.get(path.formatted(task)).status()).as(path).isIn(400, 403, 404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheLeadsOfficersAndLeadersAnswerForTheEnterprise(Door door) {
        JsonNode before = confirming.view();

        for (String person : List.of("tayninh.officer1", "qtsc.expert1", "qtsc.leader1", "binhduong.expert1")) {
            EngineApi stranger = door.as(person, cooperation);
            for (String message : List.of(ConsultingModel.MESSAGE_ROADMAP_ANSWERED, CaseModel.MESSAGE_WITHDRAWN)) {
                Answer refused = stranger.post(
                        "/message",
                        Map.of(
                                "messageName",
                                message,
                                "businessKey",
                                confirming.code(),
                                "processVariables",
                                Map.of(
                                        "roadmapDecision", Map.of("value", "agree"),
                                        "withdrawalReason", Map.of("value", "Thử"))));
                assertThat(refused.status()).as(person + refused.body()).isIn(400, 403, 404);
            }
        }
        assertThat(confirming.view()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anOfficerOfTheLeadAnswersForTheEnterpriseByMessage(Door door) {
        ConsultingJourney answered = cooperation.consulting().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);

        door.as("binhduong.officer2", cooperation)
                .post(
                        "/message",
                        Map.of(
                                "messageName",
                                ConsultingModel.MESSAGE_ROADMAP_ANSWERED,
                                "businessKey",
                                answered.code(),
                                "processVariables",
                                Map.of("roadmapDecision", Map.of("value", "agree"))))
                .expect(HttpStatus.NO_CONTENT);

        answered.task(ConsultingModel.TASK_DECIDE_SUPPORT);
        assertThat(answered.view().at("/roadmapAnswers/0/author").asText()).isEqualTo("binhduong.officer2");
    }

    @ParameterizedTest
    @CsvSource({
        ConsultingModel.TASK_VERIFY + ", qtsc.expert1 qtsc.officer1 binhduong.leader1 tayninh.officer1",
        ConsultingModel.TASK_ASSESS
                + ", binhduong.officer1 binhduong.expert1 binhduong.leader1 qtsc.officer1 tayninh.expert1",
        ConsultingModel.TASK_DRAFT_ROADMAP + ", binhduong.officer1 binhduong.leader1 tayninh.leader1 tayninh.expert1",
        ConsultingModel.TASK_CONFIRM_ROADMAP + ", qtsc.expert1 qtsc.expert2 qtsc.officer1 tayninh.officer1",
        ConsultingModel.TASK_DECIDE_SUPPORT + ", binhduong.officer1 qtsc.leader1 qtsc.expert1 tayninh.leader1",
        ConsultingModel.TASK_CARRY_OUT_STEP + ", binhduong.officer1 qtsc.officer1 tayninh.expert1",
        ConsultingModel.TASK_CLOSE + ", qtsc.expert1 binhduong.leader1 tayninh.officer1",
    })
    void aTaskIsDoneByItsPeopleOnly(String key, String others) {
        ConsultingJourney journey = key.equals(ConsultingModel.TASK_CONFIRM_ROADMAP)
                ? confirming
                : cooperation.consulting().upTo(key);
        String id = journey.task(key).path("id").asText();
        JsonNode before = journey.view();

        for (String person : others.split(" ")) {
            for (Door door : Door.values()) {
                EngineApi other = door.as(person, cooperation);
                assertThat(other.post("/task/" + id + "/complete", Map.of()).status())
                        .as(person)
                        .isIn(403, 404, 409);
                assertThat(other.post("/task/" + id + "/claim", Map.of("userId", person))
                                .status())
                        .as(person)
                        .isIn(403, 404, 409);
            }
        }
        assertThat(journey.view()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caseCode",
                "channel",
                "leadOrganisation",
                "caseStatus",
                "enterpriseSize",
                "verificationOutcome",
                "consultantOrganisation",
                "consultant",
                "maturityLevel",
                "reassessedLevel",
                "roadmapOutcome",
                "roadmapStep",
                "supportKind"
            })
    void whatTheProductKeepsCannotBeWritten(String variable) {
        JsonNode before = confirming.view();
        Map<String, Object> fields = new HashMap<>();
        fields.put("roadmapDecision", Map.of("value", "agree"));
        fields.put(variable, Map.of("value", "binhduong.expert1"));

        for (Door door : Door.values()) {
            EngineApi officer = door.as("binhduong.officer1", cooperation);
            for (String way : List.of("complete", "submit-form")) {
                assertNames(variable, officer.post("/task/%s/%s".formatted(task, way), Map.of("variables", fields)));
            }
            for (String scope : List.of("processVariables", "processVariablesLocal")) {
                assertNames(
                        variable,
                        officer.post(
                                "/message",
                                Map.of(
                                        "messageName",
                                        ConsultingModel.MESSAGE_ROADMAP_ANSWERED,
                                        "businessKey",
                                        confirming.code(),
                                        scope,
                                        fields)));
            }
        }
        assertThat(confirming.view()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binhduong.leader1",
                "binhduong.legal1",
                "binhduong.expert1",
                "qtsc.officer1",
                "qtsc.leader1",
                "tayninh.officer1"
            })
    void onlyTheLeadsOfficersOpenACase(String person) {
        Map<String, Object> fields = ConsultingFields.start();
        Map<String, Object> variables = variables(fields);

        cooperation.as(person).post(PATH, fields).expectRefusal(HttpStatus.FORBIDDEN);
        for (Door door : Door.values()) {
            for (String way : List.of("start", "submit-form")) {
                assertThat(door.as(person, cooperation)
                                .post("/process-definition/key/" + ConsultingModel.PROCESS + "/" + way, variables)
                                .status())
                        .isIn(400, 403);
            }
        }

        // it would be refused if the enterprise had an open case
        cooperation.as("binhduong.officer1").post(PATH, fields).expect(HttpStatus.CREATED);
    }

    @ParameterizedTest
    @EnumSource
    void anOfficerOpensACaseInTheEngineToo(Door door) {
        String code = door.as("binhduong.officer2", cooperation)
                .post(
                        "/process-definition/key/" + ConsultingModel.PROCESS + "/submit-form",
                        variables(ConsultingFields.start()))
                .expect(HttpStatus.OK)
                .text("businessKey");

        assertThat(code).matches("H09-\\d{6}-\\d{4}");
    }

    @Test
    void theFormsOfAStrangerOfferHimNoChannelOfOthers() {
        assertThat(cooperation
                        .as("tayninh.officer1")
                        .get(PATH + "/options")
                        .expect(HttpStatus.OK)
                        .json()
                        .path("channels")
                        .findValuesAsText("code"))
                .containsExactly("binhduong-tayninh");
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private static void assertNames(String variable, Answer answer) {
        assertThat(answer.expectRefusal(HttpStatus.BAD_REQUEST).sentence()).contains(variable);
    }
}
