package vn.lienket.support;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.process.TransferModel;

/** One transfer request, taken from step to step by its people at the engine's own API; each step runs the jobs it leaves behind. */
public class TransferWalk {

    private final TransferCases cases;
    private final ProcessInstance instance;

    TransferWalk(TransferCases cases, ProcessInstance instance) {
        this.cases = cases;
        this.instance = instance;
    }

    public ProcessInstance instance() {
        return instance;
    }

    public String code() {
        return instance.getBusinessKey();
    }

    public TransferCase transferCase() {
        return cases.transferCase(code());
    }

    /** The open tasks with this key. */
    public List<Task> tasks(String key) {
        return cases.taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .orderByTaskName()
                .asc()
                .list();
    }

    /** The first of them; null if there is none. */
    public Task task(String key) {
        return tasks(key).stream().findFirst().orElse(null);
    }

    /** The one of this assignee. */
    public Task task(String key, String assignee) {
        return tasks(key).stream()
                .filter(task -> assignee.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    /** The groups whose work the task is. */
    public List<String> groups(Task task) {
        return cases.taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    public TransferWalk check(String decision, String comment) {
        return complete(TransferModel.TASK_CHECK, Map.of("requestDecision", decision, "requestComment", comment));
    }

    public TransferWalk supplement(Map<String, Object> fields) {
        return complete(TransferModel.TASK_SUPPLEMENT, fields);
    }

    /** Every expert with these words in turn, e.g. {@code feasible}. */
    public TransferWalk assess(String... words) {
        for (String word : words) {
            complete(task(TransferModel.TASK_ASSESS), assessment(word));
        }
        return this;
    }

    /** One expert’s assessment. */
    public TransferWalk assessAs(String expert, String word) {
        return complete(expert, task(TransferModel.TASK_ASSESS, expert), assessment(word));
    }

    /** What a form says in an assessment. */
    public static Map<String, Object> assessment(String word) {
        return Map.of("feasibility", word, "effortDays", 12, "assessmentNote", "Nhận xét riêng: " + word);
    }

    public TransferWalk decideFeasibility(String word) {
        return complete(
                TransferModel.TASK_DECIDE_FEASIBILITY,
                Map.of("feasibilityDecision", word, "feasibilityComment", "Đã cân nhắc"));
    }

    /** One item of each kind and every mandatory clause. */
    public TransferWalk plan() {
        return planWithout();
    }

    /** The same without some clauses. */
    public TransferWalk planWithout(String... clauses) {
        return complete(
                TransferModel.TASK_PREPARE_PLAN,
                Map.of(
                        "transferItems",
                        TransferFields.items(),
                        "contractClauses",
                        TransferFields.clausesWithout(clauses)));
    }

    public TransferWalk approve(String party, String decision, String comment) {
        Task task = tasks(TransferModel.TASK_APPROVE_PLAN).stream()
                .filter(open -> groups(open).contains(party + "-leader"))
                .findFirst()
                .orElseThrow();
        return complete(task, Map.of("planDecision", decision, "planComment", comment));
    }

    public TransferWalk approveByAll() {
        TransferCase found = transferCase();
        return approve(found.requestingOrganisation(), "approve", "")
                .approve(found.providingOrganisation(), "approve", "");
    }

    public TransferWalk register(String date) {
        return complete(TransferModel.TASK_REGISTER, Map.of("registrationNumber", "15/GCN", "registrationDate", date));
    }

    /** Every open item. */
    public TransferWalk deliver() {
        for (Task item : tasks(TransferModel.TASK_DELIVER_ITEM)) {
            complete(item, Map.of("deliveryNote", "Đã bàn giao"));
        }
        return this;
    }

    public TransferWalk accept() {
        return complete(TransferModel.TASK_ACCEPT, Map.of("acceptanceDecision", "accept"));
    }

    /** @param numbers of items from 1, parted by commas */
    public TransferWalk defects(String numbers) {
        return complete(
                TransferModel.TASK_ACCEPT,
                Map.of("acceptanceDecision", "defects", "acceptanceComment", "Chưa đạt", "defectiveItems", numbers));
    }

    public TransferWalk evaluate() {
        return complete(TransferModel.TASK_EVALUATE, Map.of("score", 4, "evaluationComment", "Đúng hẹn"));
    }

    /** Takes a new request on the shortest way to where this task is open; registration only if the state's budget pays. */
    public TransferWalk upTo(String task) {
        return switch (task) {
            case TransferModel.TASK_CHECK -> this;
            case TransferModel.TASK_SUPPLEMENT -> check("supplement", "Thiếu thuyết minh");
            case TransferModel.TASK_ASSESS -> check("accept", "");
            case TransferModel.TASK_DECIDE_FEASIBILITY ->
                upTo(TransferModel.TASK_ASSESS).assess("feasible", "infeasible");
            case TransferModel.TASK_PREPARE_PLAN ->
                upTo(TransferModel.TASK_ASSESS).assessByAll();
            case TransferModel.TASK_APPROVE_PLAN ->
                upTo(TransferModel.TASK_PREPARE_PLAN).plan();
            case TransferModel.TASK_REGISTER, TransferModel.TASK_DELIVER_ITEM ->
                upTo(TransferModel.TASK_APPROVE_PLAN).approveByAll();
            case TransferModel.TASK_ACCEPT ->
                upTo(TransferModel.TASK_DELIVER_ITEM).deliver();
            case TransferModel.TASK_EVALUATE -> upTo(TransferModel.TASK_ACCEPT).accept();
            default -> throw new IllegalArgumentException(task);
        };
    }

    /** Takes a new request to its good end. */
    public TransferWalk evaluated() {
        return upTo(TransferModel.TASK_EVALUATE).evaluate();
    }

    /** Completes the task with this key as its assignee, else as the first person of its group. */
    public TransferWalk complete(String key, Map<String, Object> fields) {
        return complete(task(key), fields);
    }

    /** Completes a task as somebody. */
    public TransferWalk complete(String person, Task task, Map<String, Object> fields) {
        cases.people.does(person, () -> cases.taskService.complete(task.getId(), fields));
        cases.jobs.runContinuations(instance);
        return this;
    }

    private TransferWalk assessByAll() {
        tasks(TransferModel.TASK_ASSESS).forEach(task -> complete(task, assessment("feasible")));
        return this;
    }

    private TransferWalk complete(Task task, Map<String, Object> fields) {
        String worker = task.getAssignee() != null
                ? task.getAssignee()
                : groups(task).get(0).replace('-', '.') + "1";
        return complete(worker, task, fields);
    }
}
