package vn.lienket.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.mode.StartRefusedException;

/** {@code kill -9} of a JVM in the middle of its work on the embedded database. */
class KilledInstanceTest {

    private static final String READY = "ready";

    @TempDir
    private Path directory;

    private Process instance;

    @BeforeEach
    void startInAnotherJvm() throws IOException {
        instance = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Instance.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = instance.inputReader();
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("output of the other JVM").isNotNull();
        } while (!line.equals(READY));
    }

    @AfterEach
    void kill() throws InterruptedException {
        instance.destroyForcibly().waitFor();
    }

    @Test
    void refusesToStartWhileTheOtherJvmLives() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("đang được một LienKet khác sử dụng");
        assertThat(instance.isAlive()).isTrue();
        instance.destroy();
    }

    @Test
    void stopsTheOrphanAndStillHasEveryCommittedRow() throws Exception {
        Postmaster orphan = Postmaster.read(directory.resolve("postgres")).orElseThrow();
        instance.destroyForcibly().waitFor(10, SECONDS);
        assertThat(orphan.isRunning()).as("PostgreSQL outlives its JVM").isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(orphan.isRunning()).isFalse();
            assertThat(EmbeddedDatabaseTest.query(database, "select count(*) from committed"))
                    .isEqualTo("100");
        }
    }

    @Test
    void recoversWhenPostgresWasKilledToo() throws Exception {
        ProcessHandle postgres = ProcessHandle.of(Postmaster.read(directory.resolve("postgres"))
                        .orElseThrow()
                        .pid())
                .orElseThrow();
        instance.destroyForcibly().waitFor(10, SECONDS);
        postgres.destroyForcibly();
        postgres.onExit().get(10, SECONDS);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(EmbeddedDatabaseTest.query(database, "select count(*) from committed"))
                    .isEqualTo("100");
        }
    }

    /** The other JVM: commits rows one by one, then waits with an open transaction. */
    static final class Instance {

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
            Connection connection = EmbeddedDatabaseTest.connect(database);
            connection.createStatement().execute("create table committed (id int)");
            for (int i = 0; i < 100; i++) {
                connection.createStatement().execute("insert into committed values (" + i + ")");
            }
            connection.setAutoCommit(false);
            connection.createStatement().execute("insert into committed values (100)");
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }
}
