package vn.lienket.support;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** Runs jobs when a test says so, where there is no job executor. */
@TestComponent
public class Jobs {

    private final ManagementService managementService;
    private final RuntimeService runtimeService;

    Jobs(ManagementService managementService, RuntimeService runtimeService) {
        this.managementService = managementService;
        this.runtimeService = runtimeService;
    }

    /** Runs what the instance left to the job executor, but no timer. */
    public void runContinuations(ProcessInstance instance) {
        for (Job job = continuation(instance); job != null; job = continuation(instance)) {
            managementService.executeJob(job.getId());
        }
    }

    /** The instance that works on something, by its business key; null if there is none. */
    public ProcessInstance instance(String process, UUID key) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }

    /** The one job of an instance. */
    public Job only(ProcessInstance instance) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    public List<Incident> incidents(ProcessInstance instance) {
        return runtimeService
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    /** Lets the time of a timer event pass. */
    public void fireTimer(ProcessInstance instance, String event) {
        managementService.executeJob(managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .timers()
                .singleResult()
                .getId());
        runContinuations(instance);
    }

    private Job continuation(ProcessInstance instance) {
        return managementService.createJobQuery().processInstanceId(instance.getId()).messages().listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }
}
