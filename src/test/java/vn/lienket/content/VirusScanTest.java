package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;
import vn.lienket.document.SampleFiles;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemException.Kind;

/** Against Debian's clamd. */
class VirusScanTest {

    private static Clamd clamd;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        clamd = Clamd.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (clamd != null) {
            clamd.close();
        }
    }

    @Test
    void itTellsVirusesFromWhatIsCleanOverBothKindsOfSocket() throws IOException {
        Path clean = file(SampleFiles.pdf(1 << 20));
        Path infected = file(SampleFiles.pdf(Clamd.EICAR));
        Path packed = file(HostileFiles.zip(Map.of("word/a.txt", Clamd.EICAR)));

        for (VirusScan scan : List.of(overTcp(clamd.port()), overSocket())) {
            assertThatCode(() -> scan.check(clean)).doesNotThrowAnyException();
            Inspections.assertRefused(() -> scan.check(infected), "bị nhiễm virus (LienKet.Eicar");
            Inspections.assertRefused(() -> scan.check(packed), "bị nhiễm virus (LienKet.Eicar");
        }
    }

    @Test
    void aFileLongerThanItListensToIsNotTaken() throws IOException {
        assertUnavailable(overTcp(clamd.port()), file(SampleFiles.pdf(8 << 20)));
    }

    @Test
    void aScannerThatSaysNothingIsWaitedForOnlySoLong() throws Exception {
        Path file = file(SampleFiles.pdf(8 << 20));
        clamd.hold(true);
        try {
            long start = System.nanoTime();
            assertUnavailable(overTcp(clamd.port()), file);
            assertUnavailable(overSocket(), file);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        } finally {
            clamd.hold(false);
        }
    }

    @Test
    void aScannerThatIsNotThereOrIsSomethingElseLetsNothingPass() throws Exception {
        Path file = file(SampleFiles.pdf("a"));
        assertUnavailable(overTcp(TestSocketUtils.findAvailableTcpPort()), file);
        assertUnavailable(scan(null, 0, folder.resolve("khong-co")), file);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> greet(other));
            answers.start();
            assertUnavailable(overTcp(other.getLocalPort()), file);
            answers.join();
        }
    }

    @Test
    void whereNoneIsSetNobodyIsAsked() throws IOException {
        Path infected = file(SampleFiles.pdf(Clamd.EICAR));
        assertThatCode(() -> scan("", 3310, null).check(infected)).doesNotThrowAnyException();
        assertThatCode(() -> scan(null, 3310, Path.of("")).check(infected)).doesNotThrowAnyException();
    }

    private static void greet(ServerSocket other) {
        try (var visitor = other.accept()) {
            visitor.getOutputStream().write("220 mail\r\n\0".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertUnavailable(VirusScan scan, Path file) {
        assertThatThrownBy(() -> scan.check(file))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                .hasMessageContaining("Hãy thử lại");
    }

    private static VirusScan overTcp(int port) {
        return scan("127.0.0.1", port, null);
    }

    private static VirusScan overSocket() {
        return scan(null, 0, clamd.socket());
    }

    private static VirusScan scan(String host, int port, Path socket) {
        return new VirusScan(new ClamAvProperties(host, port, socket, Duration.ofSeconds(5)));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", null), content);
    }
}
