package vn.lienket.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.context.SmartLifecycle;

/** The engine's job executor: one of its own for each {@link JobLane}. */
class JobLanes extends JobExecutor implements SmartLifecycle {

    /** More than the longest conversation with a mail server. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final List<LaneJobExecutor> lanes;

    JobLanes(JobExecutionProperty settings) {
        setLockTimeInMillis(settings.getLockTimeInMillis());
        setWaitTimeInMillis(settings.getWaitTimeInMillis());
        lanes = Stream.of(JobLane.values())
                .map(lane -> new LaneJobExecutor(lane, settings))
                .toList();
    }

    @Override
    public synchronized void start() {
        lanes.forEach(JobExecutor::start);
        isActive = true;
    }

    /** Takes no more jobs; those in hand go on, those that wait behind them are given back. */
    @Override
    public synchronized void shutdown() {
        isActive = false;
        lanes.forEach(JobExecutor::shutdown);
    }

    @Override
    public void jobWasAdded() {
        lanes.forEach(JobExecutor::jobWasAdded);
    }

    /** A job of this priority. */
    void jobWasAdded(long priority) {
        lanes.stream().filter(lane -> lane.runs(priority)).forEach(JobExecutor::jobWasAdded);
    }

    @Override
    public synchronized void registerProcessEngine(ProcessEngineImpl engine) {
        super.registerProcessEngine(engine);
        lanes.forEach(lane -> lane.registerProcessEngine(engine));
    }

    @Override
    public synchronized void unregisterProcessEngine(ProcessEngineImpl engine) {
        super.unregisterProcessEngine(engine);
        lanes.forEach(lane -> lane.unregisterProcessEngine(engine));
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        throw new UnsupportedOperationException("Each lane executes its own");
    }

    /** After the web server has ended its requests, and before anything that a job needs is closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** The engine's starter starts it, when the application is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return isActive;
    }

    @Override
    public void stop() {
        Instant end = Instant.now().plus(PATIENCE);
        shutdown();
        lanes.forEach(lane -> lane.awaitEnd(end));
    }

    @Override
    protected void startExecutingJobs() {}

    @Override
    protected void stopExecutingJobs() {}
}
