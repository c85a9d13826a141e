package vn.lienket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.support.TestPostgres;

/** The command as an operator runs it: another JVM, its exit code and what it writes. */
class VerifyAuditTest {

    private record Verdict(int exitCode, String output) {}

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres database;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = TestPostgres.start();
        execute(new ClassPathResource("db/migration/V18__audit.sql").getContentAsString(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void endsWithZeroForAWholeTrailOneForABrokenOneAndTwoWithoutOne() throws Exception {
        Verdict whole = verify(Map.of());
        assertThat(whole.exitCode()).as(whole.output()).isZero();
        assertThat(whole.output()).contains("Nhật ký kiểm toán nguyên vẹn đến: 0:000");

        Verdict cutOff = verify(Map.of(), "--head=7:" + "a".repeat(64));
        assertThat(cutOff.exitCode()).as(cutOff.output()).isEqualTo(1);
        assertThat(cutOff.output()).contains("Số 1 trở đi: đã bị cắt mất, nhật ký từng có đến số 7.");

        execute("insert into audit.entry (happened_at, act, outcome) values (now(), 'sign-in', 'DONE')");
        Verdict broken = verify(Map.of());
        assertThat(broken.exitCode()).as(broken.output()).isEqualTo(1);
        assertThat(broken.output()).contains("Nhật ký kiểm toán bị đứt. Dòng 1:");

        Verdict refused = verify(Map.of("LIENKET_DB_USERNAME", " "));
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output())
                .contains("LIENKET_DB_USERNAME: đang để trống")
                .doesNotContain("LIENKET_MAIL");
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static Verdict verify(Map<String, String> settings, String... arguments) throws Exception {
        Path output = Files.createTempFile(directory, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LienKetApplication.class.getName(),
                VerifyAudit.COMMAND));
        command.addAll(List.of(arguments));
        ProcessBuilder java =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        java.environment().put("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres");
        java.environment().put("LIENKET_DB_USERNAME", "postgres");
        java.environment().put("LIENKET_DB_PASSWORD", "postgres");
        java.environment().putAll(settings);
        Process process = java.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Verdict(process.exitValue(), Files.readString(output));
    }
}
