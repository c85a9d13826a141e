package vn.lienket.engine;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has jobs that gave up tried again at once, in the name of who is signed in. */
@Component
public class JobRetries {

    private final ManagementService managementService;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    JobRetries(ManagementService managementService, ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.managementService = managementService;
        this.engine = engine;
    }

    /** By the rights that the engine gives him. */
    public void retry(String jobId, int times) {
        managementService
                .setJobRetries(times)
                .jobId(jobId)
                .dueDate(ClockUtil.getCurrentTime())
                .execute();
    }

    /** For who oversees only a part of a channel, which the engine does not know: the caller has checked that the job is of it. */
    public void retryOverseen(String jobId, int times) {
        Date now = ClockUtil.getCurrentTime();
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(
                        () -> new SetJobRetriesCmd(jobId, null, times, now, true).execute(command)));
    }
}
