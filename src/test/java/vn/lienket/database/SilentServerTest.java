package vn.lienket.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.FreezingProxy;
import vn.lienket.support.TestPostgres;

/** A network that goes silent without closing: found was that one such connection held a lock for ever, and all others waited. */
class SilentServerTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.start();
        try (Connection direct = direct();
                Statement statement = direct.createStatement()) {
            statement.execute("create table sequence (value integer)");
            statement.execute("insert into sequence values (1)");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @AfterEach
    void end() {
        Work.end();
    }

    @Test
    void neitherHoldsItsUserNorItsLocksForLong() throws Exception {
        try (FreezingProxy proxy = new FreezingProxy(0, postgres.getPort());
                HikariDataSource pool = pool(proxy.port())) {
            Work.CHANGE.begin();
            Connection lost = new WorkDataSource(pool, Map.of()).getConnection();
            lost.setAutoCommit(false);
            lost.createStatement().execute("update sequence set value = 2");
            proxy.freeze();
            Instant begun = Instant.now();

            Throwable failure = catchThrowable(() -> lost.createStatement().execute("select 1"));

            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(25));
            assertThat(new DatabaseProblems().translate(failure))
                    .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.BUSY));
            try (Connection other = direct();
                    Statement statement = other.createStatement()) {
                statement.execute("set lock_timeout = '30s'");
                statement.execute("update sequence set value = 3");
            }
        }
    }

    @Test
    void whoWaitsForALockIsToldSoonThatTheSystemIsBusy() throws Exception {
        try (Connection holder = direct();
                HikariDataSource pool = pool(postgres.getPort())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("update sequence set value = 4");
            Work.CHANGE.begin();
            Instant begun = Instant.now();

            Throwable failure = catchThrowable(() ->
                    new JdbcTemplate(new WorkDataSource(pool, Map.of())).execute("update sequence set value = 5"));

            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(new DatabaseProblems().translate(failure.getCause()))
                    .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.BUSY));
        }
    }

    @Test
    void isABusySystemAlsoToAStepThatCannotBeTakenBack() throws Exception {
        try (FreezingProxy proxy = new FreezingProxy(0, postgres.getPort());
                HikariDataSource pool = pool(proxy.port())) {
            Work.CHANGE.begin();
            WorkDataSource connections = new WorkDataSource(pool, Map.of());
            JdbcTemplate jdbc = new JdbcTemplate(connections);

            Throwable failure = catchThrowable(() -> new TransactionTemplate(new JdbcTransactionManager(connections))
                    .executeWithoutResult(status -> {
                        jdbc.execute("select 1");
                        proxy.freeze();
                        jdbc.execute("select 1");
                    }));

            assertThat(failure).isInstanceOf(TransactionSystemException.class);
            assertThat(new DatabaseProblems().translate(failure))
                    .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.BUSY));
        }
    }

    private static Connection direct() throws Exception {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
    }

    private static HikariDataSource pool(int port) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&cancelSignalTimeout=3".formatted(port));
        pool.setMaximumPoolSize(1);
        return pool;
    }
}
