package vn.lienket.engine;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a failed job tried again as its model says, unless that is of no use; says so in a line where a sentence says why. */
class FailedJobs implements FailedJobCommandFactory, ExecuteJobHelper.ExceptionLoggingHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return failure(exception).filter(FinalFailure.class::isInstance).isPresent()
                ? new GiveUp(jobId, exception)
                : new DefaultJobRetryCmd(jobId, exception);
    }

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable exception) {
        failure(exception)
                .ifPresentOrElse(
                        failure -> LOG.warn("Job {} failed: {}", jobId, failure.getMessage()),
                        () -> LOG.warn("Job {} failed", jobId, exception));
    }

    private static Optional<JobFailure> failure(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .filter(JobFailure.class::isInstance)
                .map(JobFailure.class::cast)
                .findFirst();
    }

    private static final class GiveUp extends JobRetryCmd {

        private GiveUp(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
            }
            return null;
        }
    }
}
