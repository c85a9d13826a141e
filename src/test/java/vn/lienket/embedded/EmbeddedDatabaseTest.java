package vn.lienket.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.mode.StartRefusedException;

class EmbeddedDatabaseTest {

    @TempDir
    private static Path directory;

    @Test
    void keepsWhatIsCommittedOnDiskAndAcrossRestarts() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show max_connections")).isEqualTo("100");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(directory.resolve("postgres/postmaster.pid")).exists();
            execute(database, "create table kept as select 'còn đây' as word");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "select word from kept")).isEqualTo("còn đây");
            execute(database, "drop table kept");
        }
    }

    @Test
    void knowsUpperAndLowerCaseOfVietnameseLetters() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(database, "select 'THỎA THUẬN ĐỒNG NAI' ilike '%thỏa thuận đồng%'"))
                    .isEqualTo("t");
        }
    }

    @Test
    void refusesADirectoryThatALivingInstanceUses() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage("Thư mục dữ liệu %s đang được một LienKet khác sử dụng.", directory);
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseTouchTheDataOrTheProgramsItRuns() throws Exception {
        startAndStop();

        assertThat(Files.getPosixFilePermissions(directory.resolve("postgres")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(directory.resolve("postgres-bin")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesADirectoryThatCannotBeMade() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Không tạo hoặc không ghi được thư mục dữ liệu");
    }

    @Test
    void startsAlthoughThePidFileNamesAForeignProcess() throws Exception {
        startAndStop();
        writePidFile(ProcessHandle.current().pid());

        startAndStop();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void startsAlthoughThePidFileNamesADeadProcess() throws Exception {
        startAndStop();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        writePidFile(dead.pid());

        startAndStop();
    }

    @Test
    void startsAlthoughThePidFileIsCutOff() throws Exception {
        startAndStop();
        Files.writeString(directory.resolve("postgres/postmaster.pid"), "");

        startAndStop();
    }

    @Test
    void startsOverWhenTheFirstStartWasCutOff(@TempDir Path fresh) throws Exception {
        Path cluster = Files.createDirectories(fresh.resolve("postgres"));
        Files.writeString(cluster.resolve("postgresql.conf"), "");
        Files.createDirectories(fresh.resolve("postgres-bin/unpacked/PG-half/bin"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(fresh)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        assertThat(fresh.resolve("postgres-bin/unpacked/PG-half")).doesNotExist();
    }

    /** The library waits a minute for it. */
    @Test
    void refusesABrokenClusterAtOnce(@TempDir Path broken) throws Exception {
        EmbeddedDatabase.start(broken).close();
        Path control = broken.resolve("postgres/global/pg_control");
        Files.write(control, new byte[(int) Files.size(control)]);
        Instant begun = Instant.now();

        assertThatThrownBy(() -> EmbeddedDatabase.start(broken))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("PostgreSQL nhúng không khởi động được");

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(40));
    }

    private static void startAndStop() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    private static void writePidFile(long pid) throws IOException {
        Path cluster = directory.resolve("postgres");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d\n%s\n%d\n5432\n\n127.0.0.1\n"
                        .formatted(
                                pid, cluster, Instant.now().minusSeconds(3600).getEpochSecond()));
    }

    static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
