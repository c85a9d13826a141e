package vn.lienket.support;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import vn.lienket.figures.Quarter;
import vn.lienket.report.process.ReportModel;

/** Opens reports of Bình Dương and Tây Ninh at the engine's own API, each on a quarter before that of the last. */
@TestComponent
public class ReportCases {

    private static final String CHANNEL = "binhduong-tayninh";

    private final People people;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final Jobs jobs;
    private Quarter quarter = Quarter.lastBefore(LocalDate.of(1980, 1, 1));

    ReportCases(People people, RuntimeService runtimeService, TaskService taskService, Jobs jobs) {
        this.people = people;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.jobs = jobs;
    }

    /** A new report, on the shortest way to where this task is open. */
    public ProcessInstance upTo(String task) {
        quarter = quarter.previous();
        Map<String, Object> fields = Map.of(
                "channel",
                CHANNEL,
                "from",
                quarter.from().toString(),
                "to",
                quarter.to().toString());
        ProcessInstance instance = people.as(
                "binhduong.officer1", () -> runtimeService.startProcessInstanceByKey(ReportModel.PROCESS, fields));
        jobs.runContinuations(instance);
        if (!task.equals(ReportModel.TASK_REVIEW)) {
            complete(instance, "binhduong.officer1", Map.of());
        }
        if (task.equals(ReportModel.TASK_REGISTER)) {
            complete(instance, "binhduong.leader1", Map.of(ReportModel.REPORT_DECISION, "approve"));
        }
        return instance;
    }

    private void complete(ProcessInstance instance, String person, Map<String, Object> fields) {
        Task task = taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        people.does(person, () -> taskService.complete(task.getId(), fields));
        jobs.runContinuations(instance);
    }
}
