package vn.lienket.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.TestPostgres;

class StatementTimeoutTest {

    private static EmbeddedPostgres postgres;
    private static HikariDataSource pool;
    private static WorkDataSource source;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.start();
        pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(1);
        source = new WorkDataSource(pool, Map.of());
        jdbc = new JdbcTemplate(source);
    }

    @AfterAll
    static void stop() throws Exception {
        pool.close();
        postgres.close();
    }

    @AfterEach
    void end() {
        Work.end();
    }

    @Test
    void eachKindOfWorkHasItsTimeOnTheSameConnection() {
        assertThat(timeout()).isEqualTo("0");
        Work.CHANGE.begin();
        assertThat(timeout()).isEqualTo("10s");
        Work.end();
        AtomicReference<String> inJob = new AtomicReference<>();
        Work.JOB.around(() -> inJob.set(timeout())).run();
        assertThat(inJob).hasValue("100s");
        assertThat(timeout()).isEqualTo("0");
    }

    /** A setting made inside a transaction would be gone with it. */
    @Test
    void theTimeOutlivesATransactionThatIsRolledBack() {
        Work.CHANGE.begin();
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        transaction.executeWithoutResult(status -> {
            assertThat(timeout()).isEqualTo("10s");
            status.setRollbackOnly();
        });
        assertThat(timeout()).isEqualTo("10s");
    }

    @Test
    void aStatementThatRunsOutIsABusySystemToTheUser() {
        Work.CHANGE.begin();
        long begun = System.nanoTime();
        try {
            jdbc.execute("select pg_sleep(30)");
        } catch (DataAccessException e) {
            assertThat((System.nanoTime() - begun) / 1_000_000_000L).isBetween(9L, 20L);
            assertThat(new DatabaseProblems().translate(e.getCause()))
                    .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.BUSY));
            return;
        }
        throw new AssertionError("ran to its end");
    }

    private static String timeout() {
        return jdbc.queryForObject("show statement_timeout", String.class);
    }
}
