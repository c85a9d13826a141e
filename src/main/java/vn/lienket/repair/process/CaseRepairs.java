package vn.lienket.repair.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;
import vn.lienket.repair.Migration;
import vn.lienket.repair.Move;
import vn.lienket.repair.RepairItem;
import vn.lienket.repair.RepairItem.Outcome;
import vn.lienket.repair.RepairResult;
import vn.lienket.repair.RepairableCase;
import vn.lienket.repair.RepairableProcess;

/**
 * Mends running cases, one transaction each. A dry run does the same and takes it back, so that it finds whatever the engine, a check
 * of the product or a step that begins at once would say.
 */
@Service
public class CaseRepairs {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRepairs.class);

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final Dossiers dossiers;
    private final Limits limits;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ofItsOwn;

    CaseRepairs(
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            Dossiers dossiers,
            Limits limits,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.dossiers = dossiers;
        this.limits = limits;
        this.currentUser = currentUser;
        this.events = events;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is to be done with a case. */
    private record Repair(AuditAct act, String words, Runnable step, boolean dryRun) {}

    /** The processes with more than one version, by name; 403 for who is no administrator, as all that follows. */
    public List<RepairableProcess> processes() {
        requireAdministrator();
        Map<String, List<ProcessDefinition>> versions =
                repositoryService
                        .createProcessDefinitionQuery()
                        .orderByProcessDefinitionVersion()
                        .desc()
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                ProcessDefinition::getKey, LinkedHashMap::new, Collectors.toList()));
        return versions.values().stream()
                .filter(each -> each.size() > 1)
                .map(each -> new RepairableProcess(
                        each.get(0).getName(),
                        each.stream()
                                .map(definition -> new RepairableProcess.Version(
                                        definition.getId(), definition.getVersion(), running(definition.getId())))
                                .toList()))
                .sorted(Comparator.comparing(RepairableProcess::name))
                .toList();
    }

    private long running(String definition) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionId(definition)
                .count();
    }

    /** A case with its steps; 404 if there is none that runs. */
    public RepairableCase find(String caseCode) {
        requireAdministrator();
        Dossier dossier = dossiers.find(caseCode)
                .orElseThrow(() -> ProblemException.notFound(Sentences.NO_CASE.formatted(caseCode)));
        Set<RepairableCase.Step> active = new LinkedHashSet<>();
        Set<RepairableCase.Step> steps = new LinkedHashSet<>();
        for (ProcessInstance instance : instances(caseCode)) {
            Map<String, String> leaves = leaves(instance.getId());
            leaves.forEach((id, name) -> active.add(new RepairableCase.Step(id, name)));
            repositoryService
                    .getBpmnModelInstance(instance.getProcessDefinitionId())
                    .getModelElementsByType(Activity.class)
                    .stream()
                    .filter(step -> leaves.keySet().stream()
                            .map(id -> step(instance, id))
                            .flatMap(Optional::stream)
                            .anyMatch(from -> Targets.reachable(step, from)))
                    .forEach(step -> steps.add(new RepairableCase.Step(step.getId(), name(step))));
        }
        return new RepairableCase(caseCode, dossier.title(), List.copyOf(active), List.copyOf(steps));
    }

    /**
     * Has running cases go on by another version of their process.
     *
     * @throws ProblemException 400 for versions that are not of one process, too many cases, or a change without a reason
     */
    public RepairResult migrate(Migration asked) {
        requireAdministrator();
        String from = Answers.requiredText("from", "Phiên bản hiện tại", asked.from());
        String to = Answers.requiredText("to", "Phiên bản mới", asked.to());
        List<String> codes = codes(asked.cases());
        boolean dryRun = asked.dryRun() == null || asked.dryRun();
        String reason = reason(asked.reason(), dryRun);
        ProcessDefinition before = definition("from", from);
        ProcessDefinition after = definition("to", to);
        if (!before.getKey().equals(after.getKey()) || before.getId().equals(after.getId())) {
            throw ProblemException.invalid("to", "Phiên bản mới: phải là một phiên bản khác của cùng quy trình.");
        }
        MigrationPlan plan = runtimeService
                .createMigrationPlan(from, to)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
        String words = "Từ phiên bản %d sang phiên bản %d của quy trình “%s”. Lý do: %s"
                .formatted(before.getVersion(), after.getVersion(), after.getName(), reason);
        List<RepairItem> items = new ArrayList<>();
        for (String code : codes == null ? running(before) : codes) {
            items.add(repaired(
                    code,
                    instances(code).stream()
                            .filter(instance ->
                                    instance.getProcessDefinitionId().equals(from))
                            .findFirst()
                            .map(instance -> attempt(
                                    instance,
                                    new Repair(
                                            AuditAct.CASE_MIGRATED,
                                            words,
                                            () -> runtimeService
                                                    .newMigration(plan)
                                                    .processInstanceIds(instance.getId())
                                                    .execute(),
                                            dryRun)))
                            .orElseGet(() -> instances(code).stream()
                                            .anyMatch(instance -> instance.getProcessDefinitionId()
                                                    .equals(to))
                                    ? item(code, Outcome.UNCHANGED, "Hồ sơ đã ở phiên bản mới.")
                                    : item(code, impossible(dryRun), "Hồ sơ không chạy ở phiên bản hiện tại."))));
        }
        long left = running(from)
                - (dryRun ? items.stream().filter(item -> !item.now().isEmpty()).count() : 0);
        return new RepairResult(dryRun, items, Math.max(left, 0));
    }

    /**
     * Has a case go on at another step.
     *
     * @throws ProblemException 400 for a step that its process has not or that no token can be put on, or a change without a reason; 404
     *     for a case that does not run
     */
    public RepairResult move(Move asked) {
        requireAdministrator();
        String code = Answers.requiredText("caseCode", "Mã hồ sơ", asked.caseCode());
        String from = Answers.requiredText("from", "Bước hiện tại", asked.from());
        String to = Answers.requiredText("to", "Bước mới", asked.to());
        boolean dryRun = asked.dryRun() == null || asked.dryRun();
        String reason = reason(asked.reason(), dryRun);
        List<ProcessInstance> instances = instances(code);
        if (instances.isEmpty()) {
            throw ProblemException.notFound(Sentences.NO_CASE.formatted(code));
        }
        List<ProcessInstance> with =
                instances.stream().filter(each -> step(each, from).isPresent()).toList();
        ProcessInstance instance = with.stream()
                .filter(each -> leaves(each.getId()).containsKey(from))
                .findFirst()
                .or(() -> with.stream().findFirst())
                .orElseThrow(() -> ProblemException.invalid("from", "Bước hiện tại: quy trình không có bước này."));
        Activity target = step(instance, to)
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .orElseThrow(() -> ProblemException.invalid("to", "Bước mới: quy trình không có bước này."));
        Map<String, String> active = leaves(instance.getId());
        if (!active.containsKey(from)) {
            return new RepairResult(
                    dryRun,
                    List.of(repaired(
                            code,
                            active.containsKey(to)
                                    ? item(code, Outcome.UNCHANGED, "Hồ sơ đã ở bước mới.")
                                    : item(code, impossible(dryRun), "Hồ sơ không ở bước hiện tại đã chọn."))),
                    0);
        }
        FlowElement source = step(instance, from).orElseThrow();
        if (!Targets.reachable(target, source)) {
            throw ProblemException.invalid(
                    "to",
                    "Bước mới: không chuyển thẳng vào “%s” được, bước này chỉ bắt đầu khi có sự kiện của nó."
                            .formatted(name(target)));
        }
        String words = "Từ bước “%s” sang bước “%s”. Lý do: %s".formatted(active.get(from), name(target), reason);
        return new RepairResult(
                dryRun,
                List.of(repaired(
                        code,
                        attempt(
                                instance,
                                new Repair(
                                        AuditAct.CASE_MOVED,
                                        words,
                                        () -> runtimeService
                                                .createProcessInstanceModification(instance.getId())
                                                .cancelAllForActivity(Targets.whole(source))
                                                .startBeforeActivity(Targets.whole(target))
                                                .execute(),
                                        dryRun)))),
                0);
    }

    private RepairItem attempt(ProcessInstance instance, Repair repair) {
        String code = instance.getBusinessKey();
        List<String> now = List.copyOf(leaves(instance.getId()).values());
        try {
            return ofItsOwn.execute(transaction -> {
                Optional<Dossier> before = dossiers.find(code);
                repair.step().run();
                List<String> then = List.copyOf(leaves(instance.getId()).values());
                List<String> warnings =
                        warnings(before.orElse(null), dossiers.find(code).orElse(null), then, repair);
                if (repair.dryRun()) {
                    transaction.setRollbackOnly();
                } else {
                    events.publishEvent(AuditEvent.done(repair.act())
                            .inCase(code)
                            .inChannel(instance.getTenantId())
                            .saying(repair.words()));
                }
                return new RepairItem(
                        code, null, now, then, repair.dryRun() ? Outcome.READY : Outcome.DONE, null, warnings);
            });
        } catch (RuntimeException failure) {
            return new RepairItem(
                    code, null, now, List.of(), impossible(repair.dryRun()), why(instance, failure), List.of());
        }
    }

    /** The status follows the state of the aggregate, which no token moves. */
    private static List<String> warnings(Dossier before, Dossier after, List<String> then, Repair repair) {
        if (before == null || after == null) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        if (before.status() != after.status()) {
            warnings.add("Trạng thái hồ sơ đổi từ “%s” sang “%s”."
                    .formatted(status(before.status()), status(after.status())));
        } else if (repair.act() == AuditAct.CASE_MOVED) {
            warnings.add(
                    ("Trạng thái hồ sơ vẫn là “%s”, dữ liệu đã ghi không đổi theo: người xử lý bước mới sẽ bị từ chối"
                                    + " nếu hồ sơ chưa ở giai đoạn đó.")
                            .formatted(status(after.status())));
        }
        if (then.isEmpty() && !after.closed()) {
            warnings.add("Quy trình kết thúc nhưng hồ sơ vẫn để mở.");
        }
        return warnings;
    }

    private static String status(CaseStatus status) {
        return "%d. %s".formatted(status.number(), status.label());
    }

    private String why(ProcessInstance instance, RuntimeException failure) {
        Optional<ProblemException> refused = ProblemException.in(failure);
        if (refused.isPresent()) {
            return refused.get().getMessage();
        }
        if (failure instanceof MigratingProcessInstanceValidationException invalid) {
            String steps = Stream.concat(
                            invalid.getValidationReport().getActivityInstanceReports().stream()
                                    .map(report -> report.getSourceScopeId()),
                            invalid.getValidationReport().getTransitionInstanceReports().stream()
                                    .map(report -> report.getSourceScopeId()))
                    .distinct()
                    .map(id -> "“%s”"
                            .formatted(step(instance, id).map(CaseRepairs::name).orElse(id)))
                    .collect(Collectors.joining(", "));
            return "Không chuyển được: %s không có chỗ tương ứng ở phiên bản mới.".formatted(steps);
        }
        LOG.warn("Repair of case {} failed", instance.getBusinessKey(), failure);
        return "Không làm được vì lỗi kỹ thuật; chi tiết ở nhật ký của máy chủ.";
    }

    private RepairItem repaired(String code, RepairItem item) {
        return new RepairItem(
                code,
                dossiers.find(code).map(Dossier::title).orElse(null),
                item.now(),
                item.then(),
                item.outcome(),
                item.detail(),
                item.warnings());
    }

    private static RepairItem item(String code, Outcome outcome, String detail) {
        return new RepairItem(code, null, List.of(), List.of(), outcome, detail, List.of());
    }

    private static Outcome impossible(boolean dryRun) {
        return dryRun ? Outcome.BLOCKED : Outcome.FAILED;
    }

    /** Where the tokens of an instance are: id → name of each step. */
    private Map<String, String> leaves(String instance) {
        Map<String, String> leaves = new LinkedHashMap<>();
        ActivityInstance tree = runtimeService.getActivityInstance(instance);
        if (tree != null) {
            collect(tree, leaves);
        }
        return leaves;
    }

    private static void collect(ActivityInstance scope, Map<String, String> leaves) {
        if (scope.getChildActivityInstances().length + scope.getChildTransitionInstances().length == 0) {
            leaves.put(scope.getActivityId(), named(scope.getActivityName(), scope.getActivityId()));
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            collect(child, leaves);
        }
        Stream.of(scope.getChildTransitionInstances())
                .forEach(waiting ->
                        leaves.put(waiting.getActivityId(), named(waiting.getActivityName(), waiting.getActivityId())));
    }

    private static String named(String name, String id) {
        return name == null ? id : name.replaceAll("\\s+", " ");
    }

    private static String name(FlowElement step) {
        return named(step.getName(), step.getId());
    }

    private Optional<FlowElement> step(ProcessInstance instance, String id) {
        return Optional.ofNullable(repositoryService
                        .getBpmnModelInstance(instance.getProcessDefinitionId())
                        .getModelElementById(id))
                .filter(FlowElement.class::isInstance)
                .map(FlowElement.class::cast);
    }

    private List<ProcessInstance> instances(String code) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .list();
    }

    /** The codes of those that are mended at once. */
    private List<String> running(ProcessDefinition definition) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .orderByProcessInstanceId()
                .asc()
                .listPage(0, (int) limits.of(Limit.REPAIRED_CASES))
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(code -> code != null)
                .distinct()
                .toList();
    }

    private List<String> codes(List<String> cases) {
        if (cases == null) {
            return null;
        }
        long most = limits.of(Limit.REPAIRED_CASES);
        if (cases.isEmpty() || cases.size() > most) {
            throw ProblemException.invalid("cases", "Hồ sơ: từ 1 đến %d hồ sơ một lần.".formatted(most));
        }
        return cases.stream()
                .map(code -> Answers.requiredText("cases", "Hồ sơ", code))
                .distinct()
                .toList();
    }

    private String reason(String text, boolean dryRun) {
        String reason = Answers.optionalText("reason", "Lý do", text);
        long most = limits.of(Limit.REPAIR_REASON);
        if (reason == null && !dryRun) {
            throw ProblemException.invalid("reason", "Lý do: không được để trống.");
        }
        if (reason != null && reason.length() > most) {
            throw ProblemException.invalid("reason", "Lý do: không quá %d ký tự.".formatted(most));
        }
        return reason;
    }

    private ProcessDefinition definition(String field, String id) {
        return Optional.ofNullable(repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .singleResult())
                .orElseThrow(() -> ProblemException.invalid(field, "Phiên bản %s: không có.".formatted(id)));
    }

    private void requireAdministrator() {
        if (!currentUser.require().administrator()) {
            throw ProblemException.forbidden("Chỉ người quản trị được sửa chữa hồ sơ.");
        }
    }
}
