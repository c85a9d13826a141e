package vn.lienket.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.calendar.FixedParties;
import vn.lienket.party.Parties;
import vn.lienket.support.TestClock;
import vn.lienket.support.TestPostgres;

/** The processing clock on PostgreSQL: what it counts, that it survives a restart, and many hands on it at once. */
class CaseClocksTest {

    private static final String CASE = "H09-261120-0001";

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final TestClock clock = new TestClock();
    private AnnotationConfigApplicationContext application;
    private CaseClocks clocks;
    private TransactionTemplate transaction;

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = TestPostgres.start();
        database = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .schemas("lienket")
                .defaultSchema("lienket")
                .load()
                .migrate();
        JdbcClient.create(database).sql("""
                        insert into lienket.dossier
                        (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)
                        values (?, 'agreement', 'Thỏa thuận', 'binhduong-qtsc', 'binhduong', 4, 'system', now(), now())""").param(CASE).update();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void startOnAFriday() {
        clock.set("2026-11-20T09:30");
        start();
    }

    private void start() {
        application = new AnnotationConfigApplicationContext();
        application.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        application.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        application.registerBean(
                Parties.class, () -> new FixedParties().with("binhduong", null).with("qtsc", "qtsc"));
        application.registerBean(Clock.class, () -> clock);
        application.register(CalendarAndTransactions.class, CaseClocks.class);
        application.refresh();
        clocks = application.getBean(CaseClocks.class);
        transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    @AfterEach
    void forget() {
        JdbcClient.create(database).sql("delete from lienket.case_clock").update();
        application.close();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-20T00:00, 2026-11-20T23:59, 0",
        "2026-11-20T23:59, 2026-11-21T00:00, 0",
        "2026-11-20T09:30, 2026-11-22T23:59, 0",
        "2026-11-20T23:59, 2026-11-23T00:00, 1",
        "2026-11-21T09:30, 2026-11-22T09:30, 0",
        "2026-11-21T09:30, 2026-11-23T09:30, 1",
        "2026-11-23T09:30, 2026-11-24T09:30, 0",
        "2026-11-23T09:30, 2026-11-25T09:30, 1",
        "2026-02-13T09:30, 2026-02-23T09:30, 1",
        "2026-08-21T09:30, 2026-08-22T09:30, 1",
        "2026-11-20T09:30, 2026-11-19T09:30, 0"
    })
    void standsTheWorkingDaysAfterTheStopUpToTheDayOfResuming(String from, String to, int days) {
        clock.set(from);
        stop();
        clock.set(to);

        assertThat(resume()).isEqualTo(days);
    }

    @Test
    void stoppingAStoppedClockChangesNothing() {
        stop();
        clock.set("2026-11-25T09:30");

        assertThat(transaction.<Boolean>execute(status -> clocks.stop(CASE, "qtsc")))
                .isFalse();
        assertThat(clocks.stopped(CASE)).isTrue();
        assertThat(clocks.stops(CASE))
                .containsExactly(new ClockStop("binhduong", TestClock.at("2026-11-20T09:30"), null, null));
    }

    @Test
    void resumingARunningClockReturnsNothing() {
        assertThat(resume()).isZero();
        stop();
        clock.set("2026-11-23T09:30");

        assertThat(resume()).isEqualTo(1);
        assertThat(resume()).isZero();
        assertThat(clocks.stopped(CASE)).isFalse();
    }

    @Test
    void everyStopIsKept() {
        stop();
        clock.set("2026-11-23T10:00");
        resume();
        clock.set("2026-11-25T08:00");
        stop();

        assertThat(clocks.stops(CASE))
                .containsExactly(
                        new ClockStop(
                                "binhduong", TestClock.at("2026-11-20T09:30"), TestClock.at("2026-11-23T10:00"), 1),
                        new ClockStop("binhduong", TestClock.at("2026-11-25T08:00"), null, null));
    }

    @Test
    void aStoppedClockStandsThroughARestart() {
        stop();
        application.close();
        clock.set("2026-11-26T09:30");
        start();

        assertThat(clocks.stopped(CASE)).isTrue();
        assertThat(resume()).isEqualTo(3);
    }

    @Test
    void aStopIsUndoneWithTheStepThatCausedIt() {
        transaction.executeWithoutResult(status -> {
            clocks.stop(CASE, "binhduong");
            status.setRollbackOnly();
        });

        assertThat(clocks.stopped(CASE)).isFalse();
    }

    @Test
    void movesOnlyInsideTheTransactionOfAStep() {
        assertThatThrownBy(() -> clocks.stop(CASE, "binhduong")).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> clocks.resume(CASE)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anUnknownOrganisationStopsNoClock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> clocks.stop(CASE, "hanoi")))
                .withMessageContaining("hanoi");
        assertThat(clocks.stopped(CASE)).isFalse();
    }

    @Test
    void ofManyWhoStopAtOnceOneStopsAndOfManyWhoResumeOneIsToldTheDays() throws Exception {
        atOnce(8, () -> {
            stop();
            return 0;
        });
        assertThat(clocks.stops(CASE)).hasSize(1);

        clock.set("2026-11-26T09:30");
        assertThat(atOnce(8, this::resume)).containsExactlyInAnyOrder(3, 0, 0, 0, 0, 0, 0, 0);
        assertThat(clocks.stops(CASE)).hasSize(1);
    }

    @Test
    void aStopWaitsForTheResumeThatIsUnderWay() throws Exception {
        stop();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> stopping = transaction.execute(status -> {
                clocks.resume(CASE);
                Future<?> waiting = other.submit(this::stop);
                awaitBlocked();
                return waiting;
            });
            stopping.get();
        } finally {
            other.shutdown();
        }

        assertThat(clocks.stops(CASE)).hasSize(2);
        assertThat(clocks.stopped(CASE)).isTrue();
    }

    private void stop() {
        transaction.executeWithoutResult(status -> clocks.stop(CASE, "binhduong"));
    }

    private int resume() {
        return transaction.execute(status -> clocks.resume(CASE));
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch ready = new CountDownLatch(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static void awaitBlocked() {
        JdbcClient jdbc = JdbcClient.create(database);
        await().until(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single());
    }

    @EnableTransactionManagement
    @ComponentScan("vn.lienket.calendar")
    @ConfigurationPropertiesScan("vn.lienket.calendar")
    static class CalendarAndTransactions {}
}
