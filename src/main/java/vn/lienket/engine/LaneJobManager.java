package vn.lienket.engine;

import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Tells of a new job only the lane in which it runs: a case with its mails made all three look for it again and again. Jobs of one
 * instance that follow each other are told as everywhere in the engine.
 */
class LaneJobManager extends JobManager {

    /** Takes the place of the engine's own. */
    static final SessionFactory FACTORY = new InPlaceOf(JobManager.class, LaneJobManager::new);

    @Override
    protected void hintJobExecutor(JobEntity job) {
        if (isNextInThisThread(job)
                || !(Context.getProcessEngineConfiguration().getJobExecutor() instanceof JobLanes lanes)) {
            super.hintJobExecutor(job);
        } else if (lanes.isActive()) {
            long priority = job.getPriority();
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, command -> lanes.jobWasAdded(priority));
        }
    }

    private boolean isNextInThisThread(JobEntity job) {
        JobExecutorContext executing = Context.getJobExecutorContext();
        return executing != null
                && executing.isExecutingExclusiveJob()
                && areInSameProcessInstance(job, executing.getCurrentJob());
    }
}
