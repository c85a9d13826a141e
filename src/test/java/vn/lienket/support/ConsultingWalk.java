package vn.lienket.support;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import vn.lienket.consulting.ConsultingCase;

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
                "Task_VerifyEnterprise", Map.of("verificationDecision", decision, "verificationComment", comment));
    }

    /** The enterprise's answer to a request, recorded for it. */
    public ConsultingWalk supplement(Map<String, Object> fields) {
        return complete("Task_SupplementEnterprise", fields);
    }

    /** With this answer to every question. */
    public ConsultingWalk assess(int answer) {
        return complete("Task_AssessMaturity", ConsultingFields.assessment(answer));
    }

    public ConsultingWalk draft(List<Map<String, Object>> steps) {
        return complete("Task_DraftRoadmap", Map.of("roadmapSteps", ConsultingFields.json(steps)));
    }

    /** The enterprise's answer to its roadmap, recorded for it. */
    public ConsultingWalk confirm(String decision, String comment) {
        return complete("Task_ConfirmRoadmap", Map.of("roadmapDecision", decision, "roadmapComment", comment));
    }

    public ConsultingWalk decideSupport(String decision, String comment) {
        return complete("Task_DecideSupport", Map.of("supportDecision", decision, "supportComment", comment));
    }

    /** Every open step, at this cost. */
    public ConsultingWalk carryOut(long actualCost) {
        for (Task step : tasks("Task_CarryOutRoadmapStep")) {
            complete(step, Map.of("stepResult", "Đã triển khai", "actualCost", actualCost));
        }
        return this;
    }

    /** With this answer to every question. */
    public ConsultingWalk reassess(int answer) {
        return complete("Task_ReassessMaturity", ConsultingFields.assessment(answer));
    }

    public ConsultingWalk close() {
        return complete("Task_CloseCase", Map.of("closingNote", "Doanh nghiệp tự vận hành được", "satisfaction", 5));
    }

    /** Takes a new case, on the shortest way and with support granted, to where this task is open. */
    public ConsultingWalk upTo(String task) {
        return switch (task) {
            case "Task_VerifyEnterprise" -> this;
            case "Task_SupplementEnterprise" -> verify("supplement", "Thiếu báo cáo tài chính");
            case "Task_AssessMaturity" -> verify("accept", "");
            case "Task_DraftRoadmap" -> upTo("Task_AssessMaturity").assess(1);
            case "Task_ConfirmRoadmap" -> upTo("Task_DraftRoadmap").draft(ConsultingFields.steps());
            case "Task_DecideSupport" -> upTo("Task_ConfirmRoadmap").confirm("agree", "");
            case "Task_CarryOutRoadmapStep" -> upTo("Task_DecideSupport").decideSupport("grant", "");
            case "Task_ReassessMaturity" -> upTo("Task_CarryOutRoadmapStep").carryOut(70_000_000);
            case "Task_CloseCase" -> upTo("Task_ReassessMaturity").reassess(4);
            default -> throw new IllegalArgumentException(task);
        };
    }

    /** Takes a new case to its good end. */
    public ConsultingWalk closed() {
        return upTo("Task_CloseCase").close();
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
