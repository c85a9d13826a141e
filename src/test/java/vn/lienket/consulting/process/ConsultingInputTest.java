package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.enterprise.process.EnterpriseModel;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.Decisions;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;

/** Wrong input to the tasks of a case: it changes nothing, and the refusal names the field. */
@ProcessTest
class ConsultingInputTest {

    private static final String VERSION = ConsultingFields.FRAMEWORK.version();
    private static final String NO_DOCUMENT = "00000000-0000-0000-0000-000000000000";

    @Autowired
    ConsultingCases cases;

    @Autowired
    ConsultingProcess process;

    @Autowired
    Decisions decisions;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ProcessEngine engine;

    /** A task, and what is tried at it, each with the field that the refusal names. */
    private record WrongInputs(String task, List<WrongInput> inputs) {

        static WrongInputs at(String task, WrongInput... inputs) {
            return new WrongInputs(task, Arrays.asList(inputs));
        }

        @Override
        public String toString() {
            return task;
        }
    }

    private record WrongInput(String named, Map<String, Object> fields) {

        /** @param fields name, value, name, value … */
        static WrongInput of(String named, Object... fields) {
            Map<String, Object> given = new HashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                given.put((String) fields[i], fields[i + 1]);
            }
            return new WrongInput(named, given);
        }
    }

    static Stream<WrongInputs> wrongInputs() {
        return Stream.of(
                WrongInputs.at(
                        ConsultingModel.TASK_VERIFY,
                        WrongInput.of("verificationDecision"),
                        WrongInput.of("verificationDecision", "verificationDecision", "maybe"),
                        WrongInput.of("verificationComment", "verificationDecision", "supplement"),
                        WrongInput.of(
                                "verificationComment", "verificationDecision", "decline", "verificationComment", "   "),
                        WrongInput.of(
                                "verificationComment",
                                "verificationDecision",
                                "accept",
                                "verificationComment",
                                "a".repeat(4001))),
                WrongInputs.at(
                        ConsultingModel.TASK_SUPPLEMENT,
                        WrongInput.of("supplementNote"),
                        supplement(
                                "taxCode", "taxCode", ConsultingFields.start().get("taxCode")),
                        supplement("taxCode", "taxCode", "0123"),
                        supplement("sector", "sector", "mining"),
                        supplement("employees", "employees", -1),
                        supplement("revenue", "revenue", "một tỷ"),
                        supplement("capital", "capital", 1.5),
                        supplement("womenOwned", "womenOwned", "maybe"),
                        supplement("contactEmail", "contactEmail", "hoa"),
                        supplement("contactPhone", "contactPhone", "123"),
                        supplement("needCategory", "needCategory", "astrology")),
                WrongInputs.at(
                        ConsultingModel.TASK_ASSESS,
                        WrongInput.of("frameworkVersion", "answers", ConsultingFields.answers(1)),
                        WrongInput.of(
                                "frameworkVersion", "frameworkVersion", "2099", "answers", ConsultingFields.answers(1)),
                        WrongInput.of("answers", "frameworkVersion", VERSION),
                        WrongInput.of("answers", "frameworkVersion", VERSION, "answers", "{}"),
                        WrongInput.of("answers", "frameworkVersion", VERSION, "answers", "[1, 2]"),
                        WrongInput.of("answers", "frameworkVersion", VERSION, "answers", "{"),
                        WrongInput.of("answers", "frameworkVersion", VERSION, "answers", ConsultingFields.answers(6)),
                        WrongInput.of("answers", "frameworkVersion", VERSION, "answers", withoutLastAnswer()),
                        WrongInput.of("answers", "frameworkVersion", VERSION, "answers", withUnknownQuestion())),
                WrongInputs.at(
                        ConsultingModel.TASK_DRAFT_ROADMAP,
                        WrongInput.of("roadmapSteps"),
                        WrongInput.of("roadmapSteps", "roadmapSteps", "[]"),
                        WrongInput.of("roadmapSteps", "roadmapSteps", "{}"),
                        WrongInput.of("roadmapSteps", "roadmapSteps", "[1]"),
                        WrongInput.of(
                                "roadmapDocumentId",
                                "roadmapSteps",
                                ConsultingFields.json(ConsultingFields.steps()),
                                "roadmapDocumentId",
                                NO_DOCUMENT),
                        WrongInput.of(
                                "roadmapDocumentId",
                                "roadmapSteps",
                                ConsultingFields.json(ConsultingFields.steps()),
                                "roadmapDocumentId",
                                "roadmap.pdf")),
                WrongInputs.at(
                        ConsultingModel.TASK_CONFIRM_ROADMAP,
                        WrongInput.of("roadmapDecision"),
                        WrongInput.of("roadmapDecision", "roadmapDecision", "later"),
                        WrongInput.of("roadmapComment", "roadmapDecision", "changes"),
                        WrongInput.of("roadmapComment", "roadmapDecision", "decline", "roadmapComment", "")),
                WrongInputs.at(
                        ConsultingModel.TASK_DECIDE_SUPPORT,
                        WrongInput.of("supportDecision"),
                        WrongInput.of("supportDecision", "supportDecision", "all"),
                        WrongInput.of("supportComment", "supportDecision", "refuse")),
                WrongInputs.at(
                        ConsultingModel.TASK_CARRY_OUT_STEP,
                        WrongInput.of("stepResult", "actualCost", 1),
                        WrongInput.of("actualCost", "stepResult", "Đã làm"),
                        WrongInput.of("actualCost", "stepResult", "Đã làm", "actualCost", -1),
                        WrongInput.of("actualCost", "stepResult", "Đã làm", "actualCost", 1.5),
                        WrongInput.of("actualCost", "stepResult", "Đã làm", "actualCost", "80 triệu"),
                        WrongInput.of("actualCost", "stepResult", "Đã làm", "actualCost", 1_000_000_000_001L),
                        WrongInput.of(
                                "evidenceDocumentId",
                                "stepResult",
                                "Đã làm",
                                "actualCost",
                                1,
                                "evidenceDocumentId",
                                NO_DOCUMENT)),
                WrongInputs.at(
                        ConsultingModel.TASK_REASSESS,
                        WrongInput.of(
                                "frameworkVersion", "frameworkVersion", "2099", "answers", ConsultingFields.answers(1)),
                        WrongInput.of("answers"),
                        WrongInput.of("answers", "answers", withoutLastAnswer())),
                WrongInputs.at(
                        ConsultingModel.TASK_CLOSE,
                        WrongInput.of("closingNote", "satisfaction", 5),
                        WrongInput.of("satisfaction", "closingNote", "Tốt"),
                        WrongInput.of("satisfaction", "closingNote", "Tốt", "satisfaction", 0),
                        WrongInput.of("satisfaction", "closingNote", "Tốt", "satisfaction", 6),
                        WrongInput.of("satisfaction", "closingNote", "Tốt", "satisfaction", "rất tốt")));
    }

    @BeforeEach
    void atThisEngine() {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void reset() {
        BpmnAwareTests.reset();
    }

    @ParameterizedTest
    @MethodSource("wrongInputs")
    void leavesTheTaskAsItWas(WrongInputs wrong) {
        ConsultingWalk walk = cases.open().upTo(wrong.task);

        assertRefused(walk, wrong);
    }

    @Test
    void isRefusedWhereAPersonStandsInForAMissingRuleToo() {
        ConsultingWalk walk;
        try (Decisions.NotInForce none = decisions.notInForce(EnterpriseModel.DECISION_SIZE)) {
            walk = cases.open();
        }
        assertRefused(
                walk,
                WrongInputs.at(
                        ConsultingModel.TASK_DETERMINE_SIZE,
                        WrongInput.of("chosenSize", "sizeBasis", "Báo cáo"),
                        WrongInput.of("chosenSize", "chosenSize", "unknown", "sizeBasis", "Báo cáo"),
                        WrongInput.of("sizeBasis", "chosenSize", "small")));

        walk.complete(ConsultingModel.TASK_DETERMINE_SIZE, Map.of("chosenSize", "small", "sizeBasis", "Báo cáo"));
        try (Decisions.NotInForce none = decisions.notInForce(ConsultingModel.DECISION_CONSULTANT)) {
            walk.verify("accept", "");
        }
        assertRefused(
                walk,
                WrongInputs.at(
                        ConsultingModel.TASK_CHOOSE_CONSULTANT,
                        WrongInput.of("chosenConsultant"),
                        WrongInput.of("chosenConsultant", "chosenConsultant", "qtsc.officer1"),
                        WrongInput.of("chosenConsultant", "chosenConsultant", "tayninh.expert1")));

        walk.complete(ConsultingModel.TASK_CHOOSE_CONSULTANT, Map.of("chosenConsultant", "qtsc.expert1"));
        try (Decisions.NotInForce none = decisions.notInForce(ConsultingModel.DECISION_LEVEL)) {
            walk.assess(1);
        }
        assertRefused(
                walk,
                WrongInputs.at(
                        ConsultingModel.TASK_DETERMINE_LEVEL,
                        WrongInput.of("chosenLevel", "levelBasis", "Ý kiến"),
                        WrongInput.of("chosenLevel", "chosenLevel", "level9", "levelBasis", "Ý kiến"),
                        WrongInput.of("levelBasis", "chosenLevel", "level2")));

        walk.complete(ConsultingModel.TASK_DETERMINE_LEVEL, Map.of("chosenLevel", "level2", "levelBasis", "Ý kiến"))
                .draft(List.of(ConsultingFields.step("Thuê", "dx-solution", 10)));
        try (Decisions.NotInForce none = decisions.notInForce(ConsultingModel.DECISION_SUPPORT)) {
            walk.confirm("agree", "");
        }
        assertRefused(
                walk,
                WrongInputs.at(
                        ConsultingModel.TASK_DETERMINE_ENTITLEMENT,
                        WrongInput.of("entitlements"),
                        WrongInput.of("entitlements", "entitlements", "[]"),
                        entitlement("dx-consulting", 50, 1, "QĐ"),
                        entitlement("dx-solution", 101, 1, "QĐ"),
                        entitlement("dx-solution", 50, -1, "QĐ"),
                        entitlement("dx-solution", 50, 1, " ")));
    }

    @Test
    void namesEveryWrongStepOfARoadmap() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_DRAFT_ROADMAP);
        List<Map<String, Object>> steps = new ArrayList<>(ConsultingFields.steps());
        steps.add(changed("title", ""));
        steps.add(changed("dueInWorkingDays", 0));

        assertThatThrownBy(() -> walk.draft(steps))
                .cause()
                .hasMessageContaining("Bước 4, tên việc")
                .hasMessageContaining("Bước 5, thời hạn")
                .hasMessageNotContaining("Bước 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"taxCode", "enterpriseName", "sector", "employees", "revenue", "capital", "womenOwned", "need"})
    void refusesToOpenACaseWithoutWhatItNeeds(String field) {
        long before = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ConsultingModel.PROCESS)
                .count();

        assertThatThrownBy(() -> cases.open(Collections.singletonMap(field, null)))
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertNames(refused, field));

        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ConsultingModel.PROCESS)
                        .count())
                .isEqualTo(before);
    }

    /** The words of an earlier answer are not those of the next one. */
    @Test
    void anAnswerByMessageDoesNotTakeOverWhatTheOneBeforeLeftOut() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);
        message(walk, Map.of("roadmapDecision", "changes", "roadmapComment", "Giảm chi phí"));
        walk.draft(ConsultingFields.steps());

        assertThatThrownBy(() -> message(walk, Map.of())).cause().isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> message(walk, Map.of("roadmapDecision", "decline")))
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertNames(refused, "roadmapComment"));
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_CONFIRM_ROADMAP);

        message(walk, Map.of("roadmapDecision", "agree"));
        assertThat(walk.consultingCase().roadmapAnswers().get(1).comment()).isNull();
    }

    private void message(ConsultingWalk walk, Map<String, Object> fields) {
        people.does(
                "binhduong.officer1",
                () -> runtimeService
                        .createMessageCorrelation(ConsultingModel.MESSAGE_ROADMAP_ANSWERED)
                        .processInstanceBusinessKey(walk.code())
                        .setVariables(fields)
                        .correlate());
    }

    private static void assertRefused(ConsultingWalk walk, WrongInputs wrong) {
        String task = walk.task(wrong.task).getId();
        for (WrongInput input : wrong.inputs) {
            assertThatThrownBy(() -> walk.complete(wrong.task, input.fields))
                    .as(input.toString())
                    .cause()
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertNames(refused, input.named));
        }
        assertThat(walk.instance()).isWaitingAt(wrong.task);
        assertThat(walk.task(wrong.task).getId()).isEqualTo(task);
    }

    private static void assertNames(ProblemException refused, String field) {
        assertThat(refused.fields())
                .as(refused.getMessage())
                .extracting(ProblemException.Field::name)
                .containsOnly(field);
    }

    private static WrongInput supplement(String named, String field, Object value) {
        return WrongInput.of(named, "supplementNote", "Đã gửi", field, value);
    }

    private static WrongInput entitlement(String kind, int rate, long cap, String citation) {
        return WrongInput.of(
                "entitlements",
                "entitlements",
                ConsultingFields.json(
                        List.of(Map.of("supportKind", kind, "rate", rate, "cap", cap, "citation", citation))));
    }

    private static Map<String, Object> changed(String field, Object value) {
        Map<String, Object> step = new HashMap<>(ConsultingFields.steps().get(0));
        step.put(field, value);
        return step;
    }

    private static String withoutLastAnswer() {
        String all = ConsultingFields.answers(1);
        return all.substring(0, all.lastIndexOf(',')) + "}";
    }

    private static String withUnknownQuestion() {
        return ConsultingFields.answers(1).replaceFirst("\\{", "{\"nobody-asked\": 1, ");
    }
}
