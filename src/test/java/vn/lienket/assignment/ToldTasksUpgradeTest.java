package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import vn.lienket.support.TestPostgres;

/** A database in which tasks have been told of before what was told stood beside the due date. */
class ToldTasksUpgradeTest {

    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void whatWasToldIsNotToldAgain() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, MigrationVersion.fromVersion("30"));
            try (Connection connection = database.getConnection()) {
                ScriptUtils.executeSqlScript(
                        connection,
                        new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql"));
            }
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql(
                            "insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_) values ('c', 1, 'c', 'H09')")
                    .update();
            jdbc.sql("insert into act_re_procdef (id_, rev_, key_, version_) values ('d', 1, 'CaseProcess', 1)")
                    .update();
            jdbc.sql("""
                            insert into act_ru_task (id_, rev_, name_, proc_inst_id_, proc_def_id_, due_date_, suspension_state_)
                            select id, 1, 'Việc', 'c', 'd', '2026-11-23 17:00', 1 from unnest(array['told', 'reminded', 'new']) id""").update();
            jdbc.sql("""
                            insert into lienket.task_notice values ('told', 'reminded', now()), ('told', 'escalated', now()),
                                ('reminded', 'reminded', now()), ('done', 'escalated', now())""").update();

            migrate(database, MigrationVersion.LATEST);
            OpenWork openWork = new OpenWork(jdbc, 3);
            for (int start = 0; start < 2; start++) {
                openWork.afterSingletonsInstantiated();
            }

            assertThat(tasks(openWork.untold(1, LATER, LATER))).containsExactly("new");
            assertThat(tasks(openWork.untold(2, LATER, LATER))).containsExactly("new", "reminded");
            assertThat(tasks(openWork.untold(3, LATER, LATER))).containsExactly("new", "reminded", "told");
        }
    }

    private static List<String> tasks(List<ToldTask> untold) {
        return untold.stream().map(told -> told.task().taskId()).toList();
    }

    private static void migrate(DataSource database, MigrationVersion version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("lienket")
                .defaultSchema("lienket")
                .target(version)
                .load()
                .migrate();
    }
}
