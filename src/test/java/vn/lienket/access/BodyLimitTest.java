package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class BodyLimitTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String PARTS = "multipart/form-data; boundary=x";
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Cooperation cooperation;

    @Autowired
    Environment environment;

    static Stream<Arguments> doors() {
        return Stream.of(
                Arguments.of(LOGIN, FORM, 65 * KILOBYTE),
                Arguments.of("/account/forgotten", FORM, 65 * KILOBYTE),
                Arguments.of("/engine-rest/task", JSON, MEGABYTE + 1),
                Arguments.of("/engine-rest/task/x/attachment/create", PARTS, 2 * MEGABYTE),
                Arguments.of("/camunda/api/engine/engine/default/task", JSON, MEGABYTE + 1),
                Arguments.of("/api/v1/agreements", JSON, MEGABYTE + 1),
                Arguments.of("/api/v1/agreements", PARTS, 2 * MEGABYTE),
                Arguments.of("/api/v1/documents", JSON, MEGABYTE + 1),
                Arguments.of("/api/v1/documents", PARTS, 52 * MEGABYTE));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aBodyAboveItsLimitIsRefused(String path, String type, int size) throws Exception {
        refused(send(path, type, BodyPublishers.ofByteArray(body(type, size).readAllBytes())));
    }

    static Stream<Arguments> doorsThatRead() {
        return Stream.of(
                Arguments.of("/account/forgotten", FORM, 65 * KILOBYTE),
                Arguments.of("/engine-rest/task", JSON, MEGABYTE + 1),
                Arguments.of("/engine-rest/deployment/create", PARTS, 2 * MEGABYTE),
                Arguments.of("/api/v1/agreements", JSON, MEGABYTE + 1),
                Arguments.of("/api/v1/agreements", PARTS, 2 * MEGABYTE),
                Arguments.of("/api/v1/documents", PARTS, 52 * MEGABYTE));
    }

    /** A body without a length is counted while somebody reads it. */
    @ParameterizedTest
    @MethodSource("doorsThatRead")
    void aBodyThatDoesNotSayHowLongItIsIsRefusedAtItsLimit(String path, String type, int size) throws Exception {
        refused(send(path, type, BodyPublishers.ofInputStream(() -> body(type, size))));
    }

    @Test
    void aFormAndAFileWithinTheirLimitsArrive() throws Exception {
        assertThat(cooperation
                        .session("binhduong.officer1")
                        .get("/api/v1/agreements")
                        .status())
                .isEqualTo(200);
        assertThat(cooperation
                        .browser()
                        .submit("/account/forgotten", Map.of("user", "x".repeat(60 * KILOBYTE)))
                        .status())
                .isNotEqualTo(413);
        byte[] pdf =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                        .getBytes(StandardCharsets.UTF_8);
        cooperation
                .as("binhduong.officer1")
                .upload("binhduong-tayninh", "ệ".repeat(250) + ".pdf", pdf)
                .expect(HttpStatus.CREATED);
    }

    /** Found: 300 MB of it, and the application was gone. */
    @Test
    void aFormWithoutALengthIsCountedAtTheLoginToo() throws Exception {
        assertThat(signIn("username=binhduong.officer1&password=lienket").status())
                .isEqualTo(200);
        refused(signIn("username=binhduong.officer1&password=" + "x".repeat(65 * KILOBYTE)));
    }

    @Test
    void anAddressTooLongForTheContainerIsRefusedInVietnamese() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/" + "a".repeat(20 * KILOBYTE))).build();

        Answer answer = new Answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));

        answer.expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(answer.sentence()).contains("quá dài");
    }

    private Answer signIn(String form) throws Exception {
        HttpResponse<byte[]> page = http.send(
                HttpRequest.newBuilder(uri("/camunda/app/tasklist/default/")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0].split("=", 2))
                .collect(Collectors.toMap(cookie -> cookie[0], cookie -> cookie[1]));
        return new Answer(http.send(
                HttpRequest.newBuilder(uri(LOGIN))
                        .header("Content-Type", FORM)
                        .header(
                                "Cookie",
                                cookies.entrySet().stream()
                                        .map(Map.Entry::toString)
                                        .collect(Collectors.joining("; ")))
                        .header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"))
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static void refused(Answer answer) {
        answer.expectRefusal(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(413);
        assertThat(answer.sentence()).contains("lớn hơn giới hạn");
    }

    private Answer send(String path, String type, BodyPublisher body) throws Exception {
        return new Answer(http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("admin:lienket".getBytes(StandardCharsets.UTF_8)))
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray()));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private static InputStream body(String type, int size) {
        byte[] filling = "x".repeat(size).getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case FORM -> framed("username=", filling, "&password=x");
            case JSON -> framed("{\"title\":\"", filling, "\"}");
            default ->
                framed(
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n",
                        filling,
                        "\r\n--x--\r\n");
        };
    }

    private static InputStream framed(String head, byte[] filling, String tail) {
        return new SequenceInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayInputStream(filling)),
                new ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8)));
    }
}
