package vn.lienket.party;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.lienket.support.TestPostgres;

/** The module on a PostgreSQL of its own, with a listener in the place of the engine. */
@TestConfiguration
@EnableTransactionManagement
@Import({DirectoryImport.class, DirectoryStore.class, DirectoryParties.class, PartyDatabase.Listener.class})
class PartyDatabase {

    /** Keeps the events; a test may make it do more. */
    static class Listener {

        final List<DirectoryApplied> events = new ArrayList<>();
        Consumer<DirectoryApplied> reaction = event -> {};

        @EventListener
        synchronized void on(DirectoryApplied event) {
            events.add(event);
            reaction.accept(event);
        }

        void forget() {
            events.clear();
            reaction = event -> {};
        }
    }

    @Bean
    EmbeddedPostgres postgres() throws IOException {
        return TestPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        DataSource dataSource = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("lienket")
                .defaultSchema("lienket")
                .load()
                .migrate();
        return dataSource;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
