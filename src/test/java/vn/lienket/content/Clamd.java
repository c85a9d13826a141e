package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;

/**
 * The real clamd with one signature of our own, on a socket and a port of its own. Where it is not installed the test skips, unless
 * {@code LIENKET_REQUIRE_CLAMD=true}.
 */
final class Clamd implements AutoCloseable {

    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final Path folder;
    private final int port;
    private final Process process;

    private Clamd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts it and waits until it listens; its paths are relative, as that of a socket may only be short. */
    static Clamd start() throws IOException {
        Optional<Path> program = program();
        if ("true".equals(System.getenv("LIENKET_REQUIRE_CLAMD"))) {
            assertThat(program)
                    .as("clamd, which LIENKET_REQUIRE_CLAMD asks for")
                    .isPresent();
        }
        assumeTrue(program.isPresent(), "no clamd on this machine (Debian: clamav-daemon)");
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "clamd");
        Files.createDirectory(folder.resolve("db"));
        Files.writeString(
                folder.resolve("db/test.ndb"),
                "LienKet.Eicar:0:*:%s%n"
                        .formatted(HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII))));
        int port = TestSocketUtils.findAvailableTcpPort();
        Files.writeString(folder.resolve("clamd.conf"), """
                DatabaseDirectory %1$s/db
                TemporaryDirectory %1$s
                LocalSocket %1$s/s
                TCPSocket %2$d
                TCPAddr 127.0.0.1
                StreamMaxLength 2M
                Foreground yes
                """.formatted(folder, port));
        Process process = new ProcessBuilder(program.get().toString(), "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Clamd clamd = new Clamd(folder, port, process);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast("clamd ended, see the log in " + folder, () -> !process.isAlive())
                .until(() -> Files.exists(folder.resolve("s")));
        return clamd;
    }

    Path socket() {
        return folder.resolve("s");
    }

    int port() {
        return port;
    }

    /** From here on it takes connections, as the system does for it, and says nothing. */
    void hold(boolean held) throws IOException, InterruptedException {
        new ProcessBuilder("kill", held ? "-STOP" : "-CONT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
