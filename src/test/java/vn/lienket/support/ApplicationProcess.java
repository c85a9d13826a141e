package vn.lienket.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.test.util.TestSocketUtils;
import vn.lienket.LienKetApplication;
import vn.lienket.embedded.StoppedDatabase;

/** The whole application in the embedded mode as a process of its own, which can be killed with {@code kill -9}. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Path directory =
            Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Cooperation cooperation = new Cooperation(port);
    private Process process;

    public ApplicationProcess() {
        try {
            Files.createDirectories(temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    public Path temporary() {
        return directory.resolve("tmp");
    }

    public Cooperation cooperation() {
        return cooperation;
    }

    public int port() {
        return port;
    }

    /** Until it answers; without the cases of the demonstration. */
    public void start(Map<String, String> environment) {
        launch(environment, "--lienket.demo-agreements=false");
    }

    /** As whoever tries it starts it. */
    public void startWithDemonstration() {
        launch(Map.of());
    }

    private void launch(Map<String, String> environment, String... arguments) {
        try {
            process = java(environment, arguments)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("application.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(START).pollInterval(Duration.ofMillis(200)).until(this::ready);
    }

    /** What a command of the operator prints; the application is stopped. */
    public String command(String... arguments) throws IOException {
        Process command = java(Map.of(), arguments).start();
        return new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProcessBuilder java(Map<String, String> environment, String... arguments) {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                LienKetApplication.class.getName());
        java.command().addAll(List.of(arguments));
        java.environment().put("SERVER_PORT", String.valueOf(port));
        java.environment().put("LIENKET_DATA_DIR", directory.toString());
        java.environment().putAll(environment);
        return java.redirectErrorStream(true);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    private boolean ready() {
        assertThat(process.isAlive()).as("application, see application.log").isTrue();
        try {
            return cooperation.anonymous().get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        } else {
            StoppedDatabase.use(directory, details -> null); // stops the orphan
        }
    }
}
