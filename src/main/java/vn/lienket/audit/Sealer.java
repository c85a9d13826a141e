package vn.lienket.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the trail: puts committed entries into the chain of hashes, every second. Not the writers themselves: each would have to
 * wait for the commit of the one before. One node does it at a time, and what a killed one began is rolled back.
 */
@Component
class Sealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 500;
    private static final Duration TELL = Duration.ofHours(1);

    private final Trail trail;
    private final AuditTrail writer;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private ScheduledExecutorService thread;
    private Instant toldAt = Instant.EPOCH;

    Sealer(Trail trail, AuditTrail writer, Clock clock, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.writer = writer;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "audit-sealer"));
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped;
        synchronized (this) {
            stopped = thread;
            thread = null;
        }
        stopped.shutdown();
        try {
            stopped.awaitTermination(10, TimeUnit.SECONDS);
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Ends after the web server and the job executor, whose last acts it seals. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void look() {
        try {
            writer.sumUp();
            while (trail.anyWaiting() && seal() == BATCH) {
                // the next ones
            }
        } catch (RuntimeException e) {
            LOG.error("The audit trail is not sealed; it will be tried again", e);
        }
    }

    /** Seals the next entries and says how many; 0 also while another node does it. */
    int seal() {
        Integer sealed = transaction.execute(status -> {
            if (!trail.tryLock()) {
                return 0;
            }
            List<TrailEntry> waiting = trail.waiting(BATCH);
            if (!waiting.isEmpty()) {
                tell(trail.seal(waiting, trail.head(), clock.instant()));
            }
            return waiting.size();
        });
        return sealed == null ? 0 : sealed;
    }

    // a log is usually kept elsewhere: its heads prove later that no tail has been cut off
    private void tell(TrailHead head) {
        if (Duration.between(toldAt, clock.instant()).compareTo(TELL) >= 0) {
            toldAt = clock.instant();
            LOG.info("Audit trail sealed up to {}", head);
        }
    }
}
