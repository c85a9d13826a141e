package vn.lienket.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.database.Moments;

/**
 * Brings back, at start and each day, what a clock that was ahead for a while has put off: timers that recur, the clean-up of the
 * history, jobs that wait to be tried again, and locks of nodes that are gone. Other timers stand at dates that cases have. A timer
 * of the engine could not do this: it would be put off too; our thread counts the time that passes, whatever the clock says.
 */
@Component
class PostponedJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostponedJobs.class);

    /** Longer than any lock, or wait before another try, is. */
    private static final Duration FAR = Duration.ofHours(1);

    /** The engine keeps the beginning of a cycle in seconds, the first turn to the millisecond. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final HistoryService historyService;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private ScheduledExecutorService thread;

    PostponedJobs(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            HistoryService historyService,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.historyService = historyService;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "postponed-jobs"));
        thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.DAYS);
    }

    @Override
    public synchronized void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void look() {
        try {
            bringBack();
        } catch (RuntimeException e) {
            LOG.warn("Jobs that a wrong clock has put off are not brought back: {}", e.toString());
        }
        try {
            events.publishEvent(new EachDay());
        } catch (RuntimeException e) {
            LOG.warn("What is cleared up each day is left for tomorrow: {}", e.toString());
        }
    }

    /** How many. */
    int bringBack() {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        int jobs = jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_exp_time_ > ?")
                        .param(Moments.ofEngine(now.plus(FAR)))
                        .update()
                + jdbc.sql("""
                                update act_ru_job set duedate_ = ?
                                where type_ = 'message' and exception_msg_ is not null and retries_ > 0
                                    and lock_owner_ is null and duedate_ > ?""")
                        .params(Moments.ofEngine(now), Moments.ofEngine(now.plus(FAR)))
                        .update();
        for (String timer : recurring(now)) {
            jobs += restarted(timer) ? 1 : 0;
        }
        if (cleanupIsPutOff(now)) {
            historyService.cleanUpHistoryAsync(false);
            jobs++;
        }
        if (jobs > 0) {
            LOG.warn("The clock was ahead for a while: brought back {} jobs that it had put off", jobs);
        }
        return jobs;
    }

    private List<String> recurring(Instant now) {
        return jdbc.sql("select id_ from act_ru_job where repeat_ is not null and duedate_ > ? and lock_owner_ is null")
                .param(Moments.ofEngine(now))
                .query(String.class)
                .list();
    }

    private boolean restarted(String timer) {
        try {
            return restart(timer);
        } catch (OptimisticLockingException atWork) {
            return false; // it was not put off: another node has just begun it
        }
    }

    private boolean restart(String timer) {
        return engine.getObject().getCommandExecutorTxRequired().execute(context -> restart(timer, context));
    }

    /** Whether its next turn, counted from now, is earlier than the one it waits for. */
    private static boolean restart(String id, CommandContext context) {
        if (!(context.getJobManager().findJobById(id) instanceof TimerEntity timer)) {
            return false;
        }
        timer.setRepeat(begun(timer.getRepeat()));
        Date next = timer.calculateNewDueDate();
        boolean putOff = next != null
                && timer.getDuedate().toInstant().isAfter(next.toInstant().plus(ROUNDING));
        if (putOff) {
            timer.setDuedate(next);
        }
        return putOff;
    }

    /** The engine keeps when a cycle began, {@code R/2026-11-28T16:00:00/PT15M}; one that begins in the future begins now. */
    private static String begun(String repeat) {
        String[] parts = repeat.split("/");
        String now = LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return parts.length == 3 && parts[1].compareTo(now) > 0 ? String.join("/", parts[0], now, parts[2]) : repeat;
    }

    /** It is due within a day, at the beginning of the next night's window. */
    private boolean cleanupIsPutOff(Instant now) {
        return jdbc.sql("select exists (select from act_ru_job where handler_type_ = ? and duedate_ > ?)")
                .params(
                        HistoryCleanupJobHandler.TYPE,
                        Moments.ofEngine(now.plus(Duration.ofDays(1)).plus(FAR)))
                .query(Boolean.class)
                .single();
    }
}
