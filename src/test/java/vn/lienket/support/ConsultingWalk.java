package vn.lienket.support;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.process.ConsultingModel;

/** One consulting case, taken from step to step by its people at the engine's own API; each step runs the jobs it leaves behind. */
public class ConsultingWalk {

    private final ConsultingCases cases;
    private final ProcessInstance instance;

    ConsultingWalk(ConsultingCases cases, ProcessInstance instance) {
        this.cases = cases;
        this.instance = instance;
    }

    public ProcessInstance instance() {
        return instance;
    }

    public String code() {
        return instance.getBusinessKey();
    }

    public ConsultingCase consultingCase() {
        return cases.consultingCase(code());
    }

    /** The open tasks with this key; several only while steps of the roadmap are carried out. */
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

    /** The groups whose work the task with this key is. */
    public List<String> groups(String key) {
        return cases.taskService.getIdentityLinksForTask(task(key).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    public ConsultingWalk verify(String decision, String comment) {
        return complete(
                ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", decision, "verificationComment", comment));
    }

    /** The enterprise's answer to a request, recorded for it. */
    public ConsultingWalk supplement(Map<String, Object> fields) {
        return complete(ConsultingModel.TASK_SUPPLEMENT, fields);
    }

    /** With this answer to every question. */
    public ConsultingWalk assess(int answer) {
        return complete(ConsultingModel.TASK_ASSESS, ConsultingFields.assessment(answer));
    }

    public ConsultingWalk draft(List<Map<String, Object>> steps) {
        return complete(ConsultingModel.TASK_DRAFT_ROADMAP, Map.of("roadmapSteps", ConsultingFields.json(steps)));
    }

    /** The enterprise's answer to its roadmap, recorded for it. */
    public ConsultingWalk confirm(String decision, String comment) {
        return complete(
                ConsultingModel.TASK_CONFIRM_ROADMAP, Map.of("roadmapDecision", decision, "roadmapComment", comment));
    }

    public ConsultingWalk decideSupport(String decision, String comment) {
        return complete(
                ConsultingModel.TASK_DECIDE_SUPPORT, Map.of("supportDecision", decision, "supportComment", comment));
    }

    /** The clerk enters the paper that waits, under the number proposed to him, with today's date. */
    public ConsultingWalk registerOutcome() {
        Object number = cases.taskService.getVariable(
                task(ConsultingModel.TASK_REGISTER_OUTCOME).getId(), "documentNumber");
        return complete(
                ConsultingModel.TASK_REGISTER_OUTCOME,
                Map.of("documentNumber", number, "documentDate", cases.today().toString()));
    }

    /** Every open step, at this cost. */
    public ConsultingWalk carryOut(long actualCost) {
        for (Task step : tasks(ConsultingModel.TASK_CARRY_OUT_STEP)) {
            complete(step, Map.of("stepResult", "Đã triển khai", "actualCost", actualCost));
        }
        return this;
    }

    /** With this answer to every question. */
    public ConsultingWalk reassess(int answer) {
        return complete(ConsultingModel.TASK_REASSESS, ConsultingFields.assessment(answer));
    }

    public ConsultingWalk close() {
        return complete(
                ConsultingModel.TASK_CLOSE, Map.of("closingNote", "Doanh nghiệp tự vận hành được", "satisfaction", 5));
    }

    /** Takes a new case, on the shortest way and with support granted, to where this task is open. */
    public ConsultingWalk upTo(String task) {
        return switch (task) {
            case ConsultingModel.TASK_VERIFY -> this;
            case ConsultingModel.TASK_SUPPLEMENT -> verify("supplement", "Thiếu báo cáo tài chính");
            case ConsultingModel.TASK_ASSESS -> verify("accept", "");
            case ConsultingModel.TASK_DRAFT_ROADMAP ->
                upTo(ConsultingModel.TASK_ASSESS).assess(1);
            case ConsultingModel.TASK_CONFIRM_ROADMAP ->
                upTo(ConsultingModel.TASK_DRAFT_ROADMAP).draft(ConsultingFields.steps());
            case ConsultingModel.TASK_DECIDE_SUPPORT ->
                upTo(ConsultingModel.TASK_CONFIRM_ROADMAP).confirm("agree", "");
            case ConsultingModel.TASK_REGISTER_OUTCOME ->
                upTo(ConsultingModel.TASK_DECIDE_SUPPORT).decideSupport("grant", "");
            case ConsultingModel.TASK_CARRY_OUT_STEP ->
                upTo(ConsultingModel.TASK_REGISTER_OUTCOME).registerOutcome();
            case ConsultingModel.TASK_REASSESS ->
                upTo(ConsultingModel.TASK_CARRY_OUT_STEP).carryOut(70_000_000);
            case ConsultingModel.TASK_CLOSE ->
                upTo(ConsultingModel.TASK_REASSESS).reassess(4);
            default -> throw new IllegalArgumentException(task);
        };
    }

    /** Takes a new case to its good end. */
    public ConsultingWalk closed() {
        return upTo(ConsultingModel.TASK_CLOSE).close().registerOutcome();
    }

    /** Completes the task with this key as its assignee, else as the first person of its group. */
    public ConsultingWalk complete(String key, Map<String, Object> fields) {
        return complete(task(key), fields);
    }

    /** Completes it as somebody else. */
    public ConsultingWalk complete(String person, String key, Map<String, Object> fields) {
        return complete(person, task(key), fields);
    }

    private ConsultingWalk complete(Task task, Map<String, Object> fields) {
        return complete(worker(task), task, fields);
    }

    private ConsultingWalk complete(String person, Task task, Map<String, Object> fields) {
        cases.people.does(person, () -> cases.taskService.complete(task.getId(), fields));
        cases.jobs.runContinuations(instance);
        return this;
    }

    private String worker(Task task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : groups(task.getTaskDefinitionKey()).get(0).replace('-', '.') + "1";
    }
}
