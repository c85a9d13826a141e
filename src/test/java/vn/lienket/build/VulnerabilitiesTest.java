package vn.lienket.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check for known vulnerabilities, at a server that speaks as the OSV database does. */
class VulnerabilitiesTest {

    private static final String BOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6",
             "metadata": {"component": {"purl": "pkg:maven/vn.lienket/lienket@1?type=jar"}},
             "components": [
               {"name": "good", "purl": "pkg:maven/org.example/good@1.0?type=jar", "description": "a \\"quoted\\" \\u0041 name"},
               {"name": "unknown", "hashes": [], "modified": false, "size": -1.5e3, "nothing": null},
               {"name": "bad", "purl": "pkg:maven/org.example/bad@2.0?type=jar"}]}
            """;

    @TempDir
    private Path directory;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"results\":[{},{}]}";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/querybatch", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private record Result(int exit, String output) {}

    @Test
    void passesWhereNothingIsKnownAndAsksForEachComponentOnce() throws Exception {
        Result result = check(BOM);

        assertThat(result).isEqualTo(new Result(0, "Vulnerabilities: 0 known in 2 components."));
        assertThat(asked)
                .containsExactly("{\"queries\":[{\"package\":{\"purl\":\"pkg:maven/org.example/good@1.0\"}},"
                        + "{\"package\":{\"purl\":\"pkg:maven/org.example/bad@2.0\"}}]}");
    }

    @Test
    void failsWithTheNamesOfWhatIsKnown() throws Exception {
        answer = """
                {"results": [{}, {"vulns": [{"id": "GHSA-zzzz", "modified": "2026-01-01T00:00:00Z"}, {"id": "GHSA-aaaa"}]}]}""";

        assertThat(check(BOM)).isEqualTo(new Result(1, """
                        GHSA-aaaa pkg:maven/org.example/bad@2.0
                        GHSA-zzzz pkg:maven/org.example/bad@2.0
                        Vulnerabilities: 2 known in 2 components."""));
    }

    @Test
    void showsWhatWasAcceptedWithTheReason() throws Exception {
        answer = "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-aaaa\"}]},{}]}";
        Files.createDirectory(directory.resolve(".ci"));
        Files.writeString(
                directory.resolve(".ci/accepted-vulnerabilities"),
                "# GHSA-none never\nGHSA-aaaa closed by a filter until 2027-01-01\n");

        assertThat(check(BOM)).isEqualTo(new Result(0, """
                        GHSA-aaaa pkg:maven/org.example/good@1.0 (accepted: closed by a filter until 2027-01-01)
                        Vulnerabilities: 0 known in 2 components."""));
    }

    @Test
    void saysThatNothingWasCheckedWhereNobodyAnswers() throws Exception {
        server.stop(0);

        Result result = check(BOM);

        assertThat(result.exit()).isZero();
        assertThat(result.output()).startsWith("Vulnerabilities: NOT CHECKED, http://127.0.0.1:");
    }

    @Test
    void saysSoToWhereSomethingElseAnswers() throws Exception {
        status = 403;
        assertThat(check(BOM).output()).contains("NOT CHECKED", "status 403");

        status = 200;
        answer = "<html>proxy</html>";
        assertThat(check(BOM).output()).contains("NOT CHECKED");

        answer = "{\"results\":[{}]}";
        assertThat(check(BOM)).satisfies(result -> {
            assertThat(result.exit()).isZero();
            assertThat(result.output()).contains("NOT CHECKED", "not an answer to the question");
        });
    }

    @Test
    void wantsABillOfMaterialsThatNamesSomething() throws Exception {
        assertThat(check(null).exit()).isEqualTo(2);
        assertThat(check("{\"components\": []}").exit()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    private Result check(String bom) throws IOException, InterruptedException {
        Path file = directory.resolve("bom.json");
        if (bom != null) {
            Files.writeString(file, bom);
        }
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of(".ci/Vulnerabilities.java").toAbsolutePath().toString(),
                        file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        java.environment()
                .putAll(Map.of(
                        "OSV_URL", "http://127.0.0.1:" + server.getAddress().getPort()));
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }
}
