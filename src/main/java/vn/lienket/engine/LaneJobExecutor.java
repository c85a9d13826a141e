package vn.lienket.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import vn.lienket.database.Work;

/**
 * Runs the jobs of one {@link JobLane}. It takes only as many as it has threads for, so that no lock runs out while a job waits for a
 * thread; several exclusive jobs of one instance follow each other in one, as everywhere in the engine.
 */
class LaneJobExecutor extends JobExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(LaneJobExecutor.class);

    private final JobLane lane;
    private final Semaphore free;
    private ExecutorService threads;

    LaneJobExecutor(JobLane lane, JobExecutionProperty settings) {
        this.lane = lane;
        name = "jobs-" + lane.name().toLowerCase(Locale.ROOT);
        free = new Semaphore(lane.threads());
        setMaxJobsPerAcquisition(lane.threads());
        setLockTimeInMillis(settings.getLockTimeInMillis());
        setWaitTimeInMillis(settings.getWaitTimeInMillis());
        setMaxWait(settings.getMaxWait());
        setBackoffTimeInMillis(settings.getBackoffTimeInMillis());
        setMaxBackoff(settings.getMaxBackoff());
    }

    @Override
    protected void ensureInitialization() {
        acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
            @Override
            public void run() {
                lane.work().around(super::run).run();
            }
        };
    }

    @Override
    protected void startExecutingJobs() {
        threads = Executors.newFixedThreadPool(lane.threads(), new CustomizableThreadFactory(name + "-"));
        startJobAcquisitionThread();
    }

    @Override
    protected void stopExecutingJobs() {
        stopJobAcquisitionThread();
        threads.shutdown();
    }

    boolean runs(long priority) {
        return lane.from() <= priority && priority <= lane.to();
    }

    /** Waits for the jobs in hand. */
    void awaitEnd(Instant end) {
        try {
            if (!threads.awaitTermination(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "Jobs of lane {} were still running when the application ended; they begin again when their locks run out",
                        lane);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asked by the one thread that acquires, and hands over, the lane's jobs. */
    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int wanted) {
        return new AcquireNext(Math.min(wanted, awaitFree()));
    }

    private int awaitFree() {
        try {
            if (free.tryAcquire(1, TimeUnit.SECONDS)) {
                free.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return free.availablePermits();
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        free.acquireUninterruptibly();
        try {
            threads.execute(lane.work().around(new Jobs(jobIds, engine)));
        } catch (RejectedExecutionException shuttingDown) {
            free.release();
            logRejectedExecution(engine, jobIds.size());
        }
    }

    private final class Jobs extends ExecuteJobsRunnable {

        private Jobs(List<String> jobIds, ProcessEngineImpl engine) {
            super(jobIds, engine);
            jobExecutor = LaneJobExecutor.this; // which looks for the next one afterwards
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                free.release();
            }
        }

        @Override
        protected void executeJob(String id, CommandExecutor executor, JobFailureCollector failures) {
            long begin = System.nanoTime();
            super.executeJob(id, executor, failures);
            rest(lane.rest(Duration.ofNanos(System.nanoTime() - begin), Work.requests()));
        }

        private void rest(Duration rest) {
            try {
                TimeUnit.NANOSECONDS.sleep(rest.toNanos());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As the engine's own, among the jobs of this lane. */
    private final class AcquireNext extends AcquireJobsCmd {

        private AcquireNext(int number) {
            super(LaneJobExecutor.this, number);
        }

        @Override
        public AcquiredJobs execute(CommandContext context) {
            acquiredJobs = new AcquiredJobs(numJobsToAcquire);
            if (numJobsToAcquire == 0) {
                return acquiredJobs;
            }
            Map<String, List<String>> oneAfterTheOther = new HashMap<>();
            for (AcquirableJobEntity job : next(context)) {
                lockJob(job);
                if (job.isExclusive()) {
                    oneAfterTheOther
                            .computeIfAbsent(job.getProcessInstanceId(), instance -> new ArrayList<>())
                            .add(job.getId());
                } else {
                    acquiredJobs.addJobIdBatch(job.getId());
                }
            }
            oneAfterTheOther.values().forEach(acquiredJobs::addJobIdBatch);
            context.getDbEntityManager().registerOptimisticLockingListener(this);
            return acquiredJobs;
        }

        @SuppressWarnings("unchecked")
        private List<AcquirableJobEntity> next(CommandContext context) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("now", ClockUtil.getCurrentTime());
            parameters.put("alwaysSetDueDate", false);
            parameters.put("deploymentAware", false);
            parameters.put("jobPriorityMin", lane.from());
            parameters.put("jobPriorityMax", lane.to());
            parameters.put(
                    "historyCleanupEnabled",
                    context.getProcessEngineConfiguration().isHistoryCleanupEnabled());
            parameters.put(
                    "orderingProperties",
                    List.of(
                            JobManager.JOB_PRIORITY_ORDERING_PROPERTY,
                            JobManager.JOB_TYPE_ORDERING_PROPERTY,
                            JobManager.JOB_DUEDATE_ORDERING_PROPERTY));
            parameters.put("applyOrdering", true);
            parameters.put("applyExclusiveOverProcessHierarchies", false);
            return context.getDbEntityManager()
                    .selectList("selectNextJobsToExecute", parameters, new Page(0, numJobsToAcquire));
        }
    }
}
