package vn.lienket.support;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** Runs jobs when a test says so, where there is no job executor. */
@TestComponent
public class Jobs {

    private final ManagementService managementService;

    Jobs(ManagementService managementService) {
        this.managementService = managementService;
    }

    /** Runs what the instance left to the job executor, but no timer. */
    public void runContinuations(ProcessInstance instance) {
        for (Job job = continuation(instance); job != null; job = continuation(instance)) {
            managementService.executeJob(job.getId());
        }
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
