package vn.lienket.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A data directory as earlier versions left it: whoever came was trusted, and everything belonged to the superuser. */
class EmbeddedUpgradeTest {

    @TempDir
    private static Path directory;

    @BeforeAll
    static void earlierVersion() throws Exception {
        Path cluster = directory.resolve("postgres");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start()) {
            migrate(postgres.getPostgresDatabase(), MigrationVersion.fromVersion("17"));
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                for (String part : new String[] {"engine", "history", "identity"}) {
                    ScriptUtils.executeSqlScript(
                            connection,
                            new ClassPathResource(
                                    "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
                }
                connection.createStatement().execute("""
                        insert into act_ge_property values ('kept', 'còn đây', 1)""");
            }
        }
        Files.writeString(cluster.resolve("lienket.complete"), "");
    }

    @Test
    void isHandedOverToTheApplicationsRoleWithItsData() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
                JdbcClient application = JdbcClient.create(dataSource(database));
                assertThat(application
                                .sql("select rolsuper from pg_roles where rolname = current_user")
                                .query(Boolean.class)
                                .single())
                        .isFalse();
                assertThat(application
                                .sql("select value_ from act_ge_property where name_ = 'kept'")
                                .query(String.class)
                                .single())
                        .isEqualTo("còn đây");
                assertThat(application.sql("""
                                        select distinct pg_get_userbyid(relowner) from pg_class
                                        where relkind in ('r', 'S', 'v', 'i') and relnamespace in ('lienket'::regnamespace, 'public'::regnamespace)""").query(String.class).list()).containsExactly("lienket");
                assertThat(application
                                .sql(
                                        "select distinct pg_get_userbyid(relowner) from pg_class where relnamespace = 'audit'::regnamespace")
                                .query(String.class)
                                .list())
                        .containsExactly("lienket_audit");
                migrate(dataSource(database), MigrationVersion.LATEST);
                application
                        .sql("alter table lienket.library_entry add column more text")
                        .update();
                application
                        .sql("alter table lienket.library_entry drop column more")
                        .update();
                application.sql("create table act_later (id int)").update();
                application.sql("drop table act_later").update();
                assertThat(application
                                .sql("select to_tsvector('lienket.original', 'Đề án')::text")
                                .query(String.class)
                                .single())
                        .isNotEmpty();
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyInWithoutAPassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            for (String role : new String[] {"postgres", "lienket", "lienket_audit"}) {
                for (String password : new String[] {"", "postgres", "lienket"}) {
                    assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), role, password))
                            .isInstanceOf(SQLException.class)
                            .extracting(e -> ((SQLException) e).getSQLState())
                            .isIn("28P01", "08004");
                }
            }
            Path file = directory.resolve("postgres.password");
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            try (Connection superuser =
                    DriverManager.getConnection(database.getJdbcUrl(), "postgres", Files.readString(file))) {
                assertThat(superuser.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void getsANewPasswordWhenTheOldOneIsLost() throws Exception {
        EmbeddedDatabase.start(directory).close();
        String before = Files.readString(directory.resolve("postgres.password"));
        Files.delete(directory.resolve("postgres.password"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(EmbeddedDatabaseTest.query(database, "select 1")).isEqualTo("1");
        }
        assertThat(Files.readString(directory.resolve("postgres.password"))).isNotEqualTo(before);
    }

    private static DataSource dataSource(EmbeddedDatabase database) {
        return new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private static void migrate(DataSource dataSource, MigrationVersion target) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("lienket")
                .defaultSchema("lienket")
                .target(target)
                .load()
                .migrate();
    }
}
