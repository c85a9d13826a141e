package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpStatus;
import org.springframework.test.util.TestSocketUtils;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Session;

/**
 * Everything that once stopped the product, sent to it while it has 512 MB and a clerk at the same address is working: his steps
 * stay below a second, and the application lives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTest {

    /** Where the times of the clerk are written. */
    private static final Path FIGURES = Path.of("target", "flood.txt");

    private static final Duration START = Duration.ofMinutes(4);
    private static final long STEP = 1000;
    private static final int MEGABYTE = 1024 * 1024;
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String PARTS = "multipart/form-data; boundary=x";

    private final Path directory =
            Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Cooperation cooperation = new Cooperation(port);
    private final ExecutorService attackers = Executors.newCachedThreadPool();
    private Process application;
    private AgreementCase agreement;
    private String task;
    private Session clerk;
    private Session attacker;
    private Session administrator;
    private Session stranger;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(directory);
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                FilledApplication.class.getName(),
                "--lienket.demo-agreements=false");
        java.environment().put("SERVER_PORT", String.valueOf(port));
        java.environment().put("LIENKET_DATA_DIR", directory.toString());
        application = java.redirectErrorStream(true)
                .redirectOutput(directory.resolve("application.log").toFile())
                .start();
        await().atMost(START).pollInterval(Duration.ofMillis(500)).until(this::filled);
        agreement = cooperation.agreement();
        task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        clerk = cooperation.session("binhduong.officer1");
        attacker = cooperation.session("tayninh.officer1");
        administrator = cooperation.session("admin");
        stranger = cooperation.browser();
        stranger.get("/camunda/app/tasklist/default/");
        for (int warm = 0; warm < 20; warm++) {
            work();
        }
        Files.deleteIfExists(FIGURES);
        report("no attack", during(0, () -> {}));
    }

    @AfterAll
    void stop() throws Exception {
        attackers.shutdownNow();
        application.destroy();
        application.waitFor(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void lives() {
        assertThat(application.isAlive()).as("application, see application.log").isTrue();
        cooperation.anonymous().get("/actuator/health/readiness").expect(HttpStatus.OK);
    }

    @Test
    void formOf300MegabytesAtTheLogin() throws Exception {
        undisturbed(
                "300 MB form",
                6,
                () -> assertThat(flood(LOGIN, FORM, stranger, "username=", 300L * MEGABYTE, true))
                        .isEqualTo(413));
    }

    @Test
    void endlessFormAtTheLogin() throws Exception {
        undisturbed(
                "endless form",
                6,
                () -> assertThat(flood(LOGIN, FORM, stranger, "username=", Long.MAX_VALUE, false))
                        .isIn(413, 403, -1));
    }

    @Test
    void jsonOf300Megabytes() throws Exception {
        undisturbed(
                "300 MB JSON",
                6,
                () -> assertThat(flood("/engine-rest/task", JSON, attacker, "{\"name\":\"", 300L * MEGABYTE, true))
                        .isEqualTo(413));
    }

    @Test
    void endlessJson() throws Exception {
        undisturbed("endless JSON", 6, () -> {
            assertThat(flood("/engine-rest/task", JSON, attacker, "{\"name\":\"", Long.MAX_VALUE, false))
                    .isIn(413, -1);
            assertThat(flood("/api/v1/agreements", JSON, attacker, "{\"title\":\"", Long.MAX_VALUE, false))
                    .isIn(413, -1);
        });
    }

    @Test
    void attachmentOf400Megabytes() throws Exception {
        undisturbed(
                "400 MB attachment",
                4,
                () -> assertThat(flood(
                                "/engine-rest/task/" + task + "/attachment/create",
                                PARTS,
                                attacker,
                                "--x\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a\"\r\n\r\n",
                                400L * MEGABYTE,
                                true))
                        .isEqualTo(413));
    }

    @Test
    void unboundedHistory() throws Exception {
        undisturbed(
                "unbounded history",
                20,
                () -> administrator
                        .get("/engine-rest/history/variable-instance")
                        .expectRefusal(HttpStatus.BAD_REQUEST));
    }

    @Test
    void taskQueriesWith200Variables() throws Exception {
        List<Map<String, Object>> conditions = IntStream.range(0, 200)
                .<Map<String, Object>>mapToObj(index -> Map.of("name", "v" + index, "operator", "neq", "value", "x"))
                .toList();
        undisturbed(
                "200 variables",
                20,
                () -> attacker.post("/engine-rest/task", Map.of("processVariables", conditions))
                        .expectRefusal(HttpStatus.BAD_REQUEST));
    }

    @Test
    void jsonOf70000Ids() throws Exception {
        undisturbed(
                "70,000 ids",
                20,
                () -> attacker.post(
                                "/engine-rest/process-instance",
                                Map.of("processInstanceIds", Collections.nCopies(70_000, "a")))
                        .expectRefusal(HttpStatus.BAD_REQUEST));
    }

    @Test
    void slowBodies() throws Exception {
        AtomicInteger number = new AtomicInteger();
        undisturbed(
                "400 slow bodies", 400, () -> slow(number.incrementAndGet() % 2 == 0 ? LOGIN : "/engine-rest/task"));
    }

    /** The clerk works as long as the attack lasts. The longest step is a figure, since other programs disturb it; most are a rule. */
    private void undisturbed(String name, int times, Attack attack) throws Exception {
        List<Long> steps = during(times, attack).stream().sorted().toList();
        report(name, steps);
        assertThat(steps.get(steps.size() * 95 / 100))
                .as("95 of 100 steps in ms, of %s", steps)
                .isLessThan(STEP);
    }

    private static void report(String name, List<Long> sorted) throws IOException {
        Files.writeString(
                FIGURES,
                "%s: %d steps of the clerk, median %d ms, 95 %% %d ms, longest %d ms%n"
                        .formatted(
                                name,
                                sorted.size(),
                                sorted.get(sorted.size() / 2),
                                sorted.get(sorted.size() * 95 / 100),
                                sorted.get(sorted.size() - 1)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private List<Long> during(int times, Attack attack) throws Exception {
        List<Future<Void>> attacks = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            attacks.add(attackers.submit((Callable<Void>) () -> {
                attack.run();
                return null;
            }));
        }
        List<Long> steps = new ArrayList<>();
        do {
            steps.addAll(work());
        } while (!attacks.stream().allMatch(Future::isDone) || steps.size() < 30);
        for (Future<Void> one : attacks) {
            one.get();
        }
        return steps;
    }

    /** A round of the clerk's work; how many milliseconds each step took. */
    private List<Long> work() {
        return List.of(
                timed(() -> clerk.get("/engine-rest/task?maxResults=15").expect(HttpStatus.OK)),
                timed(() -> clerk.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer1"))
                        .expect(HttpStatus.NO_CONTENT)),
                timed(() -> clerk.get("/api/v1/agreements/" + agreement.code()).expect(HttpStatus.OK)),
                timed(() -> clerk.post("/engine-rest/task/" + task + "/unclaim", Map.of())
                        .expect(HttpStatus.NO_CONTENT)));
    }

    private static long timed(Runnable step) {
        long begun = System.nanoTime();
        step.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Sends that much as fast as it is taken; the status of the answer, or -1 if the connection was closed without one. */
    private int flood(String path, String type, Session browser, String begin, long size, boolean sized)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream output = socket.getOutputStream();
            socket.setSoTimeout(60_000);
            byte[] waste = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            AtomicBoolean closed = new AtomicBoolean();
            try {
                output.write(
                        head(path, type, browser, sized ? "Content-Length: " + size : "Transfer-Encoding: chunked"));
                long sent = send(output, begin.getBytes(StandardCharsets.US_ASCII), sized, Long.MAX_VALUE);
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (sent < size && System.nanoTime() < end) {
                    sent += send(output, waste, sized, size - sent);
                }
            } catch (IOException refused) {
                closed.set(true);
            }
            assertThat(sized || closed.get()).as("an endless body is ended").isTrue();
            return status(socket.getInputStream());
        }
    }

    private static long send(OutputStream output, byte[] bytes, boolean sized, long most) throws IOException {
        int length = (int) Math.min(bytes.length, most);
        if (!sized) {
            output.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        output.write(bytes, 0, length);
        if (!sized) {
            output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return length;
    }

    /** A byte a second for a minute, or until the connection is closed. */
    private void slow(String path) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream output = socket.getOutputStream();
            output.write(head(path, path.equals(LOGIN) ? FORM : JSON, attacker, "Content-Length: 1000"));
            output.write((path.equals(LOGIN) ? "username=" : "{\"name\":\"").getBytes(StandardCharsets.US_ASCII));
            for (int second = 0; second < 60; second++) {
                output.write('x');
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException closed) {
            return;
        }
        throw new AssertionError("a slow body was waited for");
    }

    private static byte[] head(String path, String type, Session browser, String length) {
        String authorization = browser.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + authorization
                        + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(InputStream input) {
        try {
            String line = new String(input.readNBytes(12), StandardCharsets.US_ASCII);
            return line.length() < 12 ? -1 : Integer.parseInt(line.substring(9));
        } catch (IOException reset) {
            return -1;
        }
    }

    private boolean filled() {
        assertThat(application.isAlive()).as("application, see application.log").isTrue();
        try {
            return cooperation
                            .as("admin")
                            .get("/engine-rest/history/variable-instance/count?variableName=filling")
                            .json()
                            .path("count")
                            .asInt()
                    > 0;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Attack {
        void run() throws Exception;
    }
}
