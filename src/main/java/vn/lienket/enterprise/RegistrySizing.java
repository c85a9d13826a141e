package vn.lienket.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every enterprise its size anew when the rule has changed since it was last done: after the start, and every hour, for a rule
 * may come into force at midnight or be deployed by another node. One node does it.
 */
@Component
class RegistrySizing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrySizing.class);

    private final Enterprises enterprises;
    private final ObjectProvider<EnterpriseSizes> rule;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate locked;
    private final TransactionTemplate outside;
    private ScheduledExecutorService thread;

    RegistrySizing(
            Enterprises enterprises,
            ObjectProvider<EnterpriseSizes> rule,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.enterprises = enterprises;
        this.rule = rule;
        this.jdbc = jdbc;
        this.clock = clock;
        this.locked = new TransactionTemplate(transactions);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "registry-sizing"));
        thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.HOURS);
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
            sizeIfOutdated();
        } catch (RuntimeException e) {
            LOG.error("The sizes of the enterprises are not brought up to date", e);
        }
    }

    /** Whether it was done. The lock's transaction only waits: nobody else waits for rows until all of them are done. */
    boolean sizeIfOutdated() {
        Optional<String> version =
                Optional.ofNullable(rule.getIfAvailable()).flatMap(sizes -> sizes.version(LocalDate.now(clock)));
        return version.isPresent()
                && Boolean.TRUE.equals(locked.execute(
                        held -> tryLock() && Boolean.TRUE.equals(outside.execute(none -> size(version.get())))));
    }

    private boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('registry-sizing', 0))")
                .query(Boolean.class)
                .single();
    }

    private boolean size(String version) {
        if (sized().equals(Optional.of(version))) {
            return false;
        }
        LOG.info("Sized {} enterprises anew by {}", enterprises.resize(), version);
        remember(version);
        return true;
    }

    private Optional<String> sized() {
        return jdbc.sql("select version from lienket.enterprise_sizing")
                .query(String.class)
                .optional();
    }

    private void remember(String version) {
        jdbc.sql("""
                        insert into lienket.enterprise_sizing (version) values (?)
                        on conflict (single) do update set version = excluded.version""").param(version).update();
    }
}
