package vn.lienket.support;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import vn.lienket.programme.Activity;
import vn.lienket.programme.process.ActivityModel;

/** One activity, taken from step to step by its people at the engine's own API; each step runs the jobs it leaves behind. */
public class ActivityWalk {

    private final ActivityCases cases;
    private final ProcessInstance instance;

    ActivityWalk(ActivityCases cases, ProcessInstance instance) {
        this.cases = cases;
        this.instance = instance;
    }

    public ProcessInstance instance() {
        return instance;
    }

    public String code() {
        return instance.getBusinessKey();
    }

    public Activity activity() {
        return cases.activity(code());
    }

    /** The open tasks with this key, by name. */
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

    /** The one group whose work the task is. */
    public String group(Task task) {
        return cases.taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Confirms the items as they are. */
    public ActivityWalk plan() {
        return complete(ActivityModel.TASK_PLAN, Map.of());
    }

    public ActivityWalk answerPlan(String decision, String comment) {
        return complete(ActivityModel.TASK_ACCEPT_PLAN, Map.of("planDecision", decision, "planComment", comment));
    }

    /** Every open item. */
    public ActivityWalk carryOut() {
        for (Task item : tasks(ActivityModel.TASK_CARRY_OUT)) {
            complete(item, Map.of("workItemResult", "Đã làm: " + item.getName()));
        }
        return this;
    }

    public ActivityWalk report(Object percent) {
        return complete(
                ActivityModel.TASK_REPORT_PROGRESS,
                Map.of("progressPercent", percent, "progressNote", "Đang làm đúng kế hoạch"));
    }

    public ActivityWalk measure(Object value, String date) {
        return complete(ActivityModel.TASK_RECORD_INDICATOR, Map.of("indicatorValue", value, "indicatorDate", date));
    }

    public ActivityWalk confirm() {
        return complete(ActivityModel.TASK_CONFIRM_RESULT, Map.of("resultDecision", "confirm"));
    }

    /** @param positions of items from 1, parted by commas */
    public ActivityWalk rework(String positions) {
        return complete(
                ActivityModel.TASK_CONFIRM_RESULT,
                Map.of("resultDecision", "rework", "resultComment", "Chưa đạt", "reworkItems", positions));
    }

    public ActivityWalk decideContinuation(String decision, String comment) {
        return complete(
                ActivityModel.TASK_DECIDE_CONTINUATION,
                Map.of("continuationDecision", decision, "continuationComment", comment));
    }

    /** Takes a new activity on the shortest way to where this task is open. */
    public ActivityWalk upTo(String task) {
        return switch (task) {
            case ActivityModel.TASK_PLAN -> this;
            case ActivityModel.TASK_ACCEPT_PLAN -> plan();
            case ActivityModel.TASK_CARRY_OUT ->
                upTo(ActivityModel.TASK_ACCEPT_PLAN).answerPlan("accept", "");
            case ActivityModel.TASK_RECORD_INDICATOR ->
                upTo(ActivityModel.TASK_CARRY_OUT).carryOut();
            case ActivityModel.TASK_CONFIRM_RESULT ->
                upTo(ActivityModel.TASK_RECORD_INDICATOR).measure("9", "2026-11-01");
            default -> throw new IllegalArgumentException(task);
        };
    }

    /** Completes the task with this key as the first person of its group. */
    public ActivityWalk complete(String key, Map<String, Object> fields) {
        return complete(task(key), fields);
    }

    /** Completes a task as the first person of its group. */
    public ActivityWalk complete(Task task, Map<String, Object> fields) {
        cases.people.does(group(task).replace('-', '.') + "1", () -> cases.taskService.complete(task.getId(), fields));
        cases.jobs.runContinuations(instance);
        return this;
    }
}
