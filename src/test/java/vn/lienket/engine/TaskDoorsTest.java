package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** Who may do what to a task, through both doors of the engine. The task is to draft: it belongs to {@code binhduong-officer}. */
@IntegrationTest
class TaskDoorsTest {

    private static final Map<String, Object> DRAFT = EngineApi.variable("generateDraft", true);

    /** Something tried at a door on the task at a path. */
    private record Attempt(String name, BiFunction<EngineApi, String, Answer> action) {

        Answer by(EngineApi person, String task) {
            return action.apply(person, "/task/" + task);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Autowired
    Cooperation cooperation;

    private AgreementCase agreement;
    private String task;

    @BeforeEach
    void openAgreement() {
        agreement = cooperation.agreement();
        task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyClaimsForAColleagueButHisLeader(Door door) {
        String claim = "/task/" + task + "/claim";
        String name = door.as("tayninh.officer1", cooperation)
                .put("/task/" + task, Map.of("assignee", "tayninh.officer1"))
                .expectRefusal(HttpStatus.FORBIDDEN)
                .sentence();
        door.as("binhduong.officer1", cooperation)
                .post(claim, user("binhduong.officer2"))
                .expectRefusal(HttpStatus.FORBIDDEN);
        door.as("binhduong.leader1", cooperation)
                .post("/task/" + task + "/assignee", user("binhduong.officer2"))
                .expectRefusal(HttpStatus.FORBIDDEN);

        assertThat(name).contains("Soạn dự thảo thỏa thuận");
    }

    static Stream<Arguments> work() {
        return atBothDoors(
                new Attempt("completes", (door, task) -> door.post(task + "/complete", DRAFT)),
                new Attempt("submits the form", (door, task) -> door.post(task + "/submit-form", DRAFT)),
                new Attempt("claims", (door, task) -> door.post(task + "/claim", user("binhduong.officer2"))),
                new Attempt("gives back", (door, task) -> door.post(task + "/unclaim", Map.of())),
                new Attempt("reassigns", (door, task) -> door.post(task + "/assignee", user("binhduong.officer2"))),
                new Attempt("delegates", (door, task) -> door.post(task + "/delegate", user("binhduong.officer2"))),
                new Attempt("resolves", (door, task) -> door.post(task + "/resolve", DRAFT)),
                new Attempt("saves", (door, task) -> save(door, task, "assignee", "binhduong.officer2")));
    }

    static Stream<Arguments> administration() {
        return atBothDoors(
                new Attempt(
                        "adds a group", (door, task) -> door.post(task + "/identity-links", group("tayninh-officer"))),
                new Attempt(
                        "takes a group away",
                        (door, task) -> door.post(task + "/identity-links/delete", group("binhduong-officer"))),
                new Attempt(
                        "adds an assignee of another group",
                        (door, task) -> door.post(
                                task + "/identity-links", Map.of("userId", "tayninh.officer1", "type", "assignee"))),
                new Attempt(
                        "moves the due date", (door, task) -> save(door, task, "due", "2030-01-01T00:00:00.000+0700")),
                new Attempt("renames", (door, task) -> save(door, task, "name", "Việc khác")),
                new Attempt("moves to another channel", (door, task) -> save(door, task, "tenantId", "binhduong-qtsc")),
                new Attempt("shows to every channel", (door, task) -> save(door, task, "tenantId", null)),
                new Attempt(
                        "ends by an error", (door, task) -> door.post(task + "/bpmnError", Map.of("errorCode", "any"))),
                new Attempt(
                        "escalates",
                        (door, task) -> door.post(task + "/bpmnEscalation", Map.of("escalationCode", "any"))),
                new Attempt(
                        "writes a variable",
                        (door, task) -> door.put(task + "/variables/draftNote", Map.of("value", "x"))),
                new Attempt(
                        "writes a local variable",
                        (door, task) -> door.put(task + "/localVariables/caseCode", Map.of("value", "x"))),
                new Attempt("deletes", (door, task) -> door.delete(task)));
    }

    @ParameterizedTest
    @MethodSource("work")
    void refusesWorkOnTheTaskOfAnotherGroupOrOrganisation(Attempt attempt, Door door) {
        List<JsonNode> before = state();

        for (String stranger :
                List.of("binhduong.legal1", "binhduong.manager1", "tayninh.officer1", "tayninh.leader1")) {
            attempt.by(door.as(stranger, cooperation), task).expectRefusal(HttpStatus.FORBIDDEN);
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("work")
    void refusesWorkOnTheTaskOfAnotherChannel(Attempt attempt, Door door) {
        List<JsonNode> before = state();

        assertThat(attempt.by(door.as("qtsc.officer1", cooperation), task).status())
                .isIn(403, 404, 409);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("administration")
    void refusesWhatIsNotWorkEvenToTheGroupOfTheTask(Attempt attempt, Door door) {
        List<JsonNode> before = state();

        attempt.by(door.as("binhduong.officer1", cooperation), task).expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void showsNoFormOfATaskThatHasJustEnded(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);
        officer.post("/task/" + task + "/claim", user("binhduong.officer1")).expect(HttpStatus.NO_CONTENT);
        officer.post("/task/" + task + "/complete", DRAFT).expect(HttpStatus.NO_CONTENT);

        for (String form : List.of("form", "deployed-form", "rendered-form", "form-variables")) {
            for (String ended : List.of(task, "no-such-task")) {
                assertThat(officer.get("/task/%s/%s".formatted(ended, form))
                                .expectRefusal(HttpStatus.NOT_FOUND)
                                .sentence())
                        .as(form)
                        .startsWith("Việc này không còn nữa");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsTheGroupClaimReassignDelegateResolveAndFollowUp(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);
        EngineApi colleague = door.as("binhduong.officer2", cooperation);
        String path = "/task/" + task;

        officer.post(path + "/claim", user("binhduong.officer1")).expect(HttpStatus.NO_CONTENT);
        colleague.post(path + "/claim", user("binhduong.officer2")).expectRefusal(HttpStatus.CONFLICT);
        save(officer, path, "followUp", "2030-01-01T00:00:00.000+0700").expect(HttpStatus.NO_CONTENT);
        officer.post(path + "/delegate", user("binhduong.officer2")).expect(HttpStatus.NO_CONTENT);
        colleague.post(path + "/resolve", Map.of()).expect(HttpStatus.NO_CONTENT);
        officer.post(path + "/assignee", user("binhduong.officer2")).expect(HttpStatus.NO_CONTENT);
        colleague.post(path + "/unclaim", Map.of()).expect(HttpStatus.NO_CONTENT);
        officer.post(path + "/complete", DRAFT).expect(HttpStatus.NO_CONTENT);

        agreement.awaitState("IN_REVIEW");
    }

    @ParameterizedTest
    @MethodSource("work")
    void leavesATaskThatAColleagueHasTakenToHim(Attempt attempt, Door door) {
        door.as("binhduong.officer1", cooperation)
                .post("/task/" + task + "/claim", user("binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);
        List<JsonNode> before = state();

        Answer answer = attempt.by(door.as("binhduong.officer2", cooperation), task);

        answer.expectRefusal(attempt.name().equals("claims") ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN);
        assertThat(answer.sentence()).contains("Chuyên viên 1");
        door.as("binhduong.officer2", cooperation)
                .post("/task/" + task + "/claim", Collections.singletonMap("userId", null))
                .expectRefusal(HttpStatus.CONFLICT);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void letsALeaderOfTheOrganisationStepInAndSaysSo(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);
        EngineApi leader = door.as("binhduong.leader1", cooperation);
        String path = "/task/" + task;
        officer.post(path + "/claim", user("binhduong.officer1")).expect(HttpStatus.NO_CONTENT);

        door.as("tayninh.leader1", cooperation).post(path + "/complete", DRAFT).expectRefusal(HttpStatus.FORBIDDEN);
        leader.post(path + "/assignee", user("binhduong.officer2")).expect(HttpStatus.NO_CONTENT);
        leader.post(path + "/complete", DRAFT).expect(HttpStatus.NO_CONTENT);

        agreement.awaitState("IN_REVIEW");
        JsonNode remarks = officer.get("/process-instance/" + agreement.processInstanceId() + "/comment")
                .expect(HttpStatus.OK)
                .json();
        assertThat(remarks.findValuesAsText("userId")).containsOnly("binhduong.leader1");
        assertThat(remarks.findValuesAsText("message"))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("Lãnh đạo 1", "đã giao việc", "Chuyên viên 1", "Chuyên viên 2"))
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("Lãnh đạo 1", "đã hoàn thành việc", "Chuyên viên 2"));
    }

    @ParameterizedTest
    @EnumSource
    void remarksNothingWhereAPersonDoesHisOwnTask(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);

        officer.post("/task/" + task + "/claim", user("binhduong.officer1")).expect(HttpStatus.NO_CONTENT);
        officer.post("/task/" + task + "/complete", DRAFT).expect(HttpStatus.NO_CONTENT);

        assertThat(officer.get("/process-instance/" + agreement.processInstanceId() + "/comment")
                        .expect(HttpStatus.OK)
                        .json())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void handsATaskOnlyToSomebodyOfItsGroup(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);
        List<JsonNode> before = state();

        for (String action : List.of("/assignee", "/delegate")) {
            officer.post("/task/" + task + action, user("tayninh.officer1")).expectRefusal(HttpStatus.BAD_REQUEST);
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caseCode",
                "channel",
                "leadOrganisation",
                "caseStatus",
                "caseTitle",
                "party",
                "quiet",
                "draftVersion"
            })
    void refusesACompletionThatOverwritesWhatTheProductKeeps(String variable) {
        List<JsonNode> before = state();

        for (Door door : Door.values()) {
            for (String way : List.of("complete", "submit-form", "resolve")) {
                Answer answer = door.as("binhduong.officer1", cooperation)
                        .post(
                                "/task/%s/%s".formatted(task, way),
                                Map.of(
                                        "variables",
                                        Map.of(
                                                "generateDraft",
                                                Map.of("value", true),
                                                variable,
                                                Map.of("value", "binhduong-qtsc"))));
                answer.expectRefusal(HttpStatus.BAD_REQUEST);
                assertThat(answer.sentence()).contains(variable);
            }
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void readsNoObjectOfAClassThatACallerNames() {
        List<JsonNode> before = state();

        Answer answer = cooperation
                .as("binhduong.officer1")
                .post(
                        "/engine-rest/task/" + task + "/complete",
                        Map.of(
                                "variables",
                                Map.of(
                                        "generateDraft",
                                        Map.of("value", true),
                                        "draftNote",
                                        Map.of(
                                                "type",
                                                "Object",
                                                "value",
                                                "\"x\"",
                                                "valueInfo",
                                                Map.of(
                                                        "objectTypeName",
                                                        Bait.class.getName(),
                                                        "serializationDataFormat",
                                                        "application/json")))));

        answer.expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(Bait.taken).isFalse();
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void keepsAnotherCasesCommentsOutOfReach(Door door) {
        AgreementCase other = cooperation.agreement(Map.of("channel", "binhduong-qtsc"));
        EngineApi stranger = door.as("qtsc.officer1", cooperation);
        String ownTask = other.task(AgreementModel.TASK_DRAFT, "binhduong");

        stranger.post(
                        "/task/" + ownTask + "/comment/create",
                        Map.of("message", "Xen vào", "processInstanceId", agreement.processInstanceId()))
                .expectRefusal(HttpStatus.BAD_REQUEST);
        stranger.post(
                        "/task/" + ownTask + "/comment/create",
                        Map.of("message", "Đã đọc", "processInstanceId", other.processInstanceId()))
                .expect(HttpStatus.OK);

        assertThat(door.as("binhduong.officer1", cooperation)
                        .get("/process-instance/" + agreement.processInstanceId() + "/comment")
                        .expect(HttpStatus.OK)
                        .json())
                .isEmpty();
    }

    /** Tells whether it was ever read from JSON. */
    public static final class Bait {

        static boolean taken;

        public Bait(String value) {
            taken = true;
        }
    }

    private static Stream<Arguments> atBothDoors(Attempt... attempts) {
        return Stream.of(attempts).flatMap(attempt -> Stream.of(Door.values()).map(door -> arguments(attempt, door)));
    }

    /** Saves the whole task with one property changed, as Tasklist does. */
    private static Answer save(EngineApi door, String path, String property, String value) {
        Answer present = door.get(path);
        ObjectNode whole =
                present.status() == 200 ? (ObjectNode) present.json() : JsonNodeFactory.instance.objectNode();
        return door.put(path, whole.put(property, value));
    }

    private static Map<String, String> user(String id) {
        return Map.of("userId", id);
    }

    private static Map<String, String> group(String id) {
        return Map.of("groupId", id, "type", "candidate");
    }

    /** All that an attempt could have changed. */
    private List<JsonNode> state() {
        Actor admin = cooperation.as("admin");
        return Stream.of(
                        "/engine-rest/task/" + task,
                        "/engine-rest/task/" + task + "/identity-links",
                        "/engine-rest/process-instance/" + agreement.processInstanceId()
                                + "/variables?deserializeValues=false",
                        "/api/v1/agreements/" + agreement.code())
                .map(path -> admin.get(path).expect(HttpStatus.OK).json())
                .toList();
    }
}
