package vn.lienket.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.lienket.support.TestPostgres;

/** Two nodes that were started at once on an empty database both made the engine's tables, and one ended with a flood of errors. */
class StartLockTest {

    @Test
    void oneNodeStartsAfterTheOther() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.start();
                WorkDataSource one = node(postgres);
                WorkDataSource other = node(postgres)) {
            StartLock first = StartLock.take(one);
            CompletableFuture<StartLock> second = CompletableFuture.supplyAsync(() -> take(other));
            Thread.sleep(1000);
            assertThat(second).isNotDone();

            first.close();

            second.get(20, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void endsWithTheNodeThatHeldIt() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.start();
                WorkDataSource other = node(postgres)) {
            WorkDataSource failed = node(postgres);
            StartLock.take(failed);

            failed.close();

            CompletableFuture.supplyAsync(() -> take(other))
                    .get(20, TimeUnit.SECONDS)
                    .close();
        }
    }

    private static StartLock take(WorkDataSource source) {
        try {
            return StartLock.take(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WorkDataSource node(EmbeddedPostgres postgres) {
        HikariDataSource settings = new HikariDataSource();
        settings.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        return new WorkDataSource(settings, Map.of());
    }
}
