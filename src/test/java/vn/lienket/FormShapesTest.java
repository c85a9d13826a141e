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
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.paper.process.PaperModel;
import vn.lienket.problem.ProblemException;
import vn.lienket.programme.process.ActivityModel;
import vn.lienket.report.process.ReportModel;
import vn.lienket.support.ActivityCases;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.PaperCases;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.ReportCases;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferFields;
import vn.lienket.transfer.process.TransferModel;

/** A value of another shape than its field is refused by the field's name, in every field of every form, and changes nothing. */
@ProcessTest
class FormShapesTest {

    private static final List<String> OF_AGREEMENTS = List.of(
            AgreementModel.TASK_DRAFT,
            AgreementModel.TASK_REVIEW,
            AgreementModel.TASK_REVISE,
            AgreementModel.TASK_APPROVE,
            AgreementModel.TASK_SIGN,
            AgreementModel.TASK_REGISTER);
    private static final List<String> OF_TRANSFERS = List.of(
            TransferModel.TASK_CHECK,
            TransferModel.TASK_SUPPLEMENT,
            TransferModel.TASK_ASSESS,
            TransferModel.TASK_PREPARE_PLAN,
            TransferModel.TASK_APPROVE_PLAN,
            TransferModel.TASK_REGISTER,
            TransferModel.TASK_DELIVER_ITEM,
            TransferModel.TASK_ACCEPT,
            TransferModel.TASK_EVALUATE);
    private static final List<String> OF_ACTIVITIES = List.of(
            ActivityModel.TASK_PLAN,
            ActivityModel.TASK_ACCEPT_PLAN,
            ActivityModel.TASK_CARRY_OUT,
            ActivityModel.TASK_RECORD_INDICATOR,
            ActivityModel.TASK_CONFIRM_RESULT);
    private static final List<String> OF_REPORTS =
            List.of(ReportModel.TASK_REVIEW, ReportModel.TASK_APPROVE, ReportModel.TASK_REGISTER);
    private static final List<String> OF_PAPERS = List.of(PaperModel.TASK_SIGN);

    private static final List<String> OF_CONSULTING = List.of(
            ConsultingModel.TASK_VERIFY,
            ConsultingModel.TASK_SUPPLEMENT,
            ConsultingModel.TASK_ASSESS,
            ConsultingModel.TASK_DRAFT_ROADMAP,
            ConsultingModel.TASK_CONFIRM_ROADMAP,
            ConsultingModel.TASK_DECIDE_SUPPORT,
            ConsultingModel.TASK_REGISTER_OUTCOME,
            ConsultingModel.TASK_CARRY_OUT_STEP,
            ConsultingModel.TASK_REASSESS,
            ConsultingModel.TASK_CLOSE);

    /** Their fields are read as those of the others; they come up where experts disagree, a rule is missing or a term ends. */
    private static final Set<String> RARE = Set.of(
            TransferModel.TASK_DECIDE_FEASIBILITY,
            TransferModel.TASK_ROUTE,
            TransferModel.TASK_DETERMINE_REGISTRATION,
            ConsultingModel.TASK_DETERMINE_SIZE,
            ConsultingModel.TASK_CHOOSE_CONSULTANT,
            ConsultingModel.TASK_DETERMINE_LEVEL,
            ConsultingModel.TASK_DETERMINE_ENTITLEMENT,
            ConsultingModel.TASK_DETERMINE_REASSESSED_LEVEL,
            AgreementModel.TASK_DECIDE_RENEWAL,
            ActivityModel.TASK_REPORT_PROGRESS,
            ActivityModel.TASK_DECIDE_CONTINUATION);

    /** What must be right for a later field to be looked at. */
    private static final Map<String, Map<String, Object>> BEFORE = Map.of(
            ActivityModel.TASK_ACCEPT_PLAN, Map.of("planDecision", "accept"),
            ActivityModel.TASK_CARRY_OUT, Map.of("workItemResult", "Đã làm"),
            ActivityModel.TASK_RECORD_INDICATOR, Map.of("indicatorValue", "5", "indicatorDate", "2026-11-01"),
            ActivityModel.TASK_CONFIRM_RESULT, Map.of("resultDecision", "rework", "resultComment", "Chưa đạt"),
            TransferModel.TASK_ASSESS, Map.of("feasibility", "feasible"),
            TransferModel.TASK_PREPARE_PLAN, Map.of("transferItems", TransferFields.items()),
            ConsultingModel.TASK_ASSESS, Map.of("frameworkVersion", ConsultingFields.FRAMEWORK.version()),
            ConsultingModel.TASK_CARRY_OUT_STEP, Map.of("stepResult", "Đã làm"),
            ConsultingModel.TASK_CLOSE, Map.of("closingNote", "Đã xong"),
            ConsultingModel.TASK_SUPPLEMENT, Map.of("supplementNote", "Đã bổ sung"));

    @Autowired
    SigningCases agreements;

    @Autowired
    TransferCases transfers;

    @Autowired
    ActivityCases activities;

    @Autowired
    ReportCases reports;

    @Autowired
    ConsultingCases consulting;

    @Autowired
    PaperCases papers;

    @Autowired
    TaskService taskService;

    @Autowired
    People people;

    static Stream<String> tasks() {
        return Stream.of(OF_AGREEMENTS, OF_ACTIVITIES, OF_TRANSFERS, OF_REPORTS, OF_CONSULTING, OF_PAPERS)
                .flatMap(List::stream);
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
                    .open(Map.of("usesStateBudget", key.equals(TransferModel.TASK_REGISTER)))
                    .upTo(key)
                    .instance()
                    .getId();
        }
        if (OF_ACTIVITIES.contains(key)) {
            return activities.open().upTo(key).instance().getId();
        }
        if (OF_REPORTS.contains(key)) {
            return reports.upTo(key).getId();
        }
        if (OF_PAPERS.contains(key)) {
            String contracted =
                    transfers.open().upTo(TransferModel.TASK_DELIVER_ITEM).code();
            return papers.submit("binhduong.officer1", contracted, papers.paper(contracted, "contract"))
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
