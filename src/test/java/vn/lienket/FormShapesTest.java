package vn.lienket;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferFields;

/** A value of another shape than its field is refused by the field's name, in every field of every form, and changes nothing. */
@ProcessTest
class FormShapesTest {

    private static final List<String> OF_AGREEMENTS = List.of(
            "Task_DraftAgreement",
            "Task_ReviewDraft",
            "Task_ReviseDraft",
            "Task_ApproveForSigning",
            "Task_SignAgreement",
            "Task_RegisterAgreement");
    private static final List<String> OF_TRANSFERS = List.of(
            "Task_CheckRequest",
            "Task_SupplementRequest",
            "Task_AssessFeasibility",
            "Task_PrepareTransferPlan",
            "Task_ApproveTransferPlan",
            "Task_RegisterTransfer",
            "Task_DeliverTransferItem",
            "Task_AcceptTransfer",
            "Task_EvaluateTransfer");
    private static final List<String> OF_CONSULTING = List.of(
            "Task_VerifyEnterprise",
            "Task_SupplementEnterprise",
            "Task_AssessMaturity",
            "Task_DraftRoadmap",
            "Task_ConfirmRoadmap",
            "Task_DecideSupport",
            "Task_CarryOutRoadmapStep",
            "Task_ReassessMaturity",
            "Task_CloseCase");

    /** Their fields are read as those of the others; they come up where experts disagree, a rule is missing or a term ends. */
    private static final Set<String> RARE = Set.of(
            "Task_DecideFeasibility",
            "Task_RouteRequest",
            "Task_DetermineRegistration",
            "Task_DetermineSize",
            "Task_ChooseConsultant",
            "Task_DetermineLevel",
            "Task_DetermineEntitlement",
            "Task_DetermineReassessedLevel",
            "Task_DecideRenewal");

    /** What must be right for a later field to be looked at. */
    private static final Map<String, Map<String, Object>> BEFORE = Map.of(
            "Task_AssessFeasibility", Map.of("feasibility", "feasible"),
            "Task_PrepareTransferPlan", Map.of("transferItems", TransferFields.items()),
            "Task_AssessMaturity", Map.of("frameworkVersion", ConsultingFields.FRAMEWORK.version()),
            "Task_CarryOutRoadmapStep", Map.of("stepResult", "Đã làm"),
            "Task_CloseCase", Map.of("closingNote", "Đã xong"),
            "Task_SupplementEnterprise", Map.of("supplementNote", "Đã bổ sung"));

    @Autowired
    SigningCases agreements;

    @Autowired
    TransferCases transfers;

    @Autowired
    ConsultingCases consulting;

    @Autowired
    TaskService taskService;

    @Autowired
    People people;

    static Stream<String> tasks() {
        return Stream.of(OF_AGREEMENTS, OF_TRANSFERS, OF_CONSULTING).flatMap(List::stream);
    }

    @Test
    void noTaskIsLeftOut() {
        assertThat(userTasks().map(task -> task.getAttribute("id")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(tasks(), RARE.stream()).toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void ofAnotherShapeIsRefusedByName(String key) {
        Task task = taskService
                .createTaskQuery()
                .processInstanceId(openUpTo(key))
                .taskDefinitionKey(key)
                .list()
                .get(0);

        for (String field : fields(key)) {
            for (Object shape : List.of(
                    new LinkedHashMap<>(Map.of("a", new LinkedHashMap<>(Map.of("b", 1)))),
                    new ArrayList<>(List.of(new ArrayList<>(List.of("a")))))) {
                Map<String, Object> sent = new HashMap<>(BEFORE.getOrDefault(key, Map.of()));
                sent.put(field, shape);
                Throwable refused =
                        catchThrowable(() -> people.does(worker(task), () -> taskService.complete(task.getId(), sent)));
                assertThat(names(refused))
                        .as("%s = %s: %s", field, shape, refused)
                        .contains(field);
            }
        }
        assertThat(taskService.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
    }

    private String openUpTo(String key) {
        if (OF_AGREEMENTS.contains(key)) {
            return agreements.open().upTo(key).instance().getId();
        }
        if (OF_TRANSFERS.contains(key)) {
            return transfers
                    .open(Map.of("usesStateBudget", key.equals("Task_RegisterTransfer")))
                    .upTo(key)
                    .instance()
                    .getId();
        }
        return consulting.open().upTo(key).instance().getId();
    }

    private String worker(Task task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : taskService.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(group -> group.replace('-', '.') + "1")
                        .orElseThrow();
    }

    private static Set<String> names(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem.fields().stream()
                        .map(ProblemException.Field::name)
                        .collect(toSet());
            }
        }
        return Set.of();
    }

    private static Stream<Element> userTasks() {
        return ModelFile.all().stream().flatMap(model -> model.bpmn("userTask"));
    }

    private static List<String> fields(String key) {
        return userTasks()
                .filter(task -> task.getAttribute("id").equals(key))
                .flatMap(task -> ModelFile.camunda(task, "inputParameter"))
                .map(input -> input.getAttribute("name"))
                .toList();
    }
}
