package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** A variable that leaves no trace is taken from nobody, the administrator included, whichever way it is sent. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransientVariablesTest {

    private static final Map<String, Object> LASTING = Map.of("value", "Đơn vị đổi kế hoạch");

    private record Way(String name, BiFunction<EngineApi, AgreementCase, Answer> send) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Autowired
    Cooperation cooperation;

    private AgreementCase running;

    @BeforeEach
    void openAgreement() {
        running = cooperation.agreement();
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way("start", (door, at) -> door.post(start("start"), startWith("note"))),
                new Way("start form", (door, at) -> door.post(start("submit-form"), startWith("note"))),
                new Way("complete", (door, at) -> door.post(task(at, "complete"), variables(draft()))),
                new Way("task form", (door, at) -> door.post(task(at, "submit-form"), variables(draft()))),
                new Way("resolve", (door, at) -> door.post(task(at, "resolve"), variables(draft()))),
                new Way("message", (door, at) -> door.post("/message", message(at, "processVariables"))),
                new Way("message, local", (door, at) -> door.post("/message", message(at, "processVariablesLocal"))),
                new Way(
                        "message, triggered scope",
                        (door, at) -> door.post("/message", message(at, "processVariablesToTriggeredScope"))),
                new Way(
                        "subscription",
                        (door, at) -> door.post(
                                execution(at, "/messageSubscriptions/" + CaseModel.MESSAGE_WITHDRAWN + "/trigger"),
                                variables(Map.of("withdrawalReason", LASTING, "note", fleeting("x"))))),
                new Way("task variable", (door, at) -> door.put(task(at, "variables/note"), fleeting("x"))),
                new Way(
                        "task variables",
                        (door, at) -> door.post(
                                task(at, "variables"), Map.of("modifications", Map.of("note", fleeting("x"))))),
                new Way("local task variable", (door, at) -> door.put(task(at, "localVariables/note"), fleeting("x"))),
                new Way("instance variable", (door, at) -> door.put(instance(at, "/variables/note"), fleeting("x"))),
                new Way(
                        "instance variables",
                        (door, at) -> door.post(
                                instance(at, "/variables"), Map.of("modifications", Map.of("note", fleeting("x"))))),
                new Way(
                        "execution variable",
                        (door, at) -> door.put(execution(at, "/localVariables/note"), fleeting("x"))),
                new Way(
                        "modification",
                        (door, at) -> door.post(
                                instance(at, "/modification"),
                                Map.of(
                                        "instructions",
                                        List.of(Map.of(
                                                "type",
                                                "startBeforeActivity",
                                                "activityId",
                                                AgreementModel.TASK_DRAFT,
                                                "variables",
                                                Map.of("note", fleeting("x"))))))));
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedWhicheverWayTheyCome(Door door) {
        EngineApi admin = door.as("admin", cooperation);

        ways().forEach(way -> {
            Answer answer = way.send().apply(admin, running);
            assertThat(answer.status()).as("%s: %s", way, answer.body()).isEqualTo(400);
            assertThat(answer.sentence()).as(way.name()).contains("biến tạm thời");
        });
        assertThat(running.state()).isEqualTo("DRAFTING");
        assertThat(running.openTaskKeys()).containsExactly(AgreementModel.TASK_DRAFT);
    }

    /** An officer of Tây Ninh withdrew so, by a case of his own, one of Bình Dương and QTSC that he cannot see. */
    @ParameterizedTest
    @ValueSource(strings = {"processVariables", "processVariablesLocal", "processVariablesToTriggeredScope"})
    void doNotTurnAWithdrawalAgainstACaseOfAnotherChannel(String scope) {
        AgreementCase own = cooperation.agreement(Map.of("leadOrganisation", "tayninh"));
        AgreementCase foreign = cooperation.agreement(Map.of("channel", "binhduong-qtsc"));

        for (Door door : Door.values()) {
            for (Map<String, Object> code : List.of(fleeting(foreign.code()), value(foreign.code()))) {
                Map<String, Object> body = new HashMap<>(message(own, "processVariables"));
                body.put("processVariables", Map.of("withdrawalReason", LASTING));
                body.put(scope, Map.of("caseCode", code, "withdrawalReason", LASTING));
                door.as("tayninh.officer1", cooperation).post("/message", body).expectRefusal(HttpStatus.BAD_REQUEST);
            }
        }
        assertThat(foreign.state()).isEqualTo("DRAFTING");
        assertThat(foreign.view().path("caseStatus").asInt()).isEqualTo(1);
        assertThat(cooperation
                        .as("tayninh.officer1")
                        .get("/api/v1/agreements/" + own.code())
                        .text("state"))
                .isEqualTo("DRAFTING");
    }

    @Test
    void startNoCaseOfWhichNobodyIsTold() {
        int before = cases();
        for (Door door : Door.values()) {
            for (String way : List.of("start", "submit-form")) {
                door.as("binhduong.officer1", cooperation)
                        .post(start(way), startWith("quiet"))
                        .expectRefusal(HttpStatus.BAD_REQUEST);
            }
        }
        assertThat(cases()).isEqualTo(before);
    }

    private int cases() {
        return cooperation
                .as("admin")
                .get("/api/v1/agreements")
                .json()
                .path("total")
                .asInt();
    }

    private static Map<String, Object> fleeting(Object value) {
        return Map.of("value", value, "valueInfo", Map.of("transient", true));
    }

    private static Map<String, Object> value(Object value) {
        return Map.of("value", value);
    }

    private static Map<String, Object> draft() {
        return Map.of("generateDraft", value(true), "note", fleeting("x"));
    }

    private static Map<String, Object> variables(Map<String, Object> variables) {
        return Map.of("variables", variables);
    }

    private static Map<String, Object> start(String name, Map<String, Object> extra) {
        Map<String, Object> fields = Cooperation.agreementFields();
        fields.put("cooperationFields", "ioc,mooc");
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        variables.put(name, extra);
        return Map.of("variables", variables);
    }

    private static Map<String, Object> startWith(String name) {
        return start(name, fleeting(true));
    }

    private static Map<String, Object> message(AgreementCase about, String scope) {
        Map<String, Object> body = new HashMap<>();
        body.put("messageName", CaseModel.MESSAGE_WITHDRAWN);
        body.put("businessKey", about.code());
        body.put(scope, Map.of("withdrawalReason", LASTING, "note", fleeting("x")));
        return body;
    }

    private static String start(String way) {
        return "/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "/" + way;
    }

    private static String task(AgreementCase about, String action) {
        return "/task/%s/%s".formatted(about.task(AgreementModel.TASK_DRAFT, "binhduong"), action);
    }

    private static String instance(AgreementCase about, String action) {
        return "/process-instance/" + about.processInstanceId() + action;
    }

    private static String execution(AgreementCase about, String action) {
        return "/execution/" + about.processInstanceId() + action;
    }
}
