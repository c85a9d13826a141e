package vn.lienket.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.document.DocumentContext.QTSC_CHANNEL;
import static vn.lienket.document.DocumentContext.TAY_NINH_CHANNEL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienket.document.DocumentContext;
import vn.lienket.document.DocumentContext.SignedIn;
import vn.lienket.document.SampleFiles;

/** Over the wire, because the servlet container has a say in uploads. */
@SpringBootTest(
        classes = DocumentContext.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // without the filter that reads refused bodies to their end
        properties = {"lienket.document.max-size=4MB", "server.tomcat.max-swallow-size=10MB"})
class DocumentApiTest {

    private static final String BOUNDARY = "lienket-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    private SignedIn signedIn;

    @LocalServerPort
    private int port;

    @BeforeEach
    void signIn() {
        signedIn.as("binhduong.officer1", TAY_NINH_CHANNEL);
    }

    @Test
    void anUploadIsAnsweredWithWhatWasStoredAndComesBackWhole() throws Exception {
        byte[] content = SampleFiles.pdf(2_000_000);

        HttpResponse<byte[]> created =
                upload(new Form().file("Thỏa thuận hợp tác.pdf", content).field("channel", TAY_NINH_CHANNEL));
        JsonNode stored = json.readTree(created.body());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(stored.fieldNames())
                .toIterable()
                .containsExactly("id", "fileName", "mediaType", "size", "sha256", "version");
        assertThat(stored.get("fileName").asText()).isEqualTo("Thỏa thuận hợp tác.pdf");
        assertThat(stored.get("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(stored.get("version").asInt()).isEqualTo(1);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("/api/v1/documents/" + stored.get("id").asText());

        HttpResponse<byte[]> read = get(URI.create(location));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(content);
        assertThat(header(read, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(read, "Content-Length")).isEqualTo("2000000");
        assertThat(header(read, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Th%E1%BB%8Fa%20thu%E1%BA%ADn%20h%E1%BB%A3p%20t%C3%A1c.pdf");
        assertThat(header(read, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(read, "Cache-Control")).contains("private");
        assertThat(header(read, "ETag")).isEqualTo('"' + stored.get("sha256").asText() + '"');
    }

    @Test
    void whoHasTheFileIsNotSentItAgain() throws Exception {
        JsonNode stored = stored(new Form().file("a.pdf", SampleFiles.pdf("a")).field("channel", TAY_NINH_CHANNEL));
        HttpRequest again = HttpRequest.newBuilder(document(stored.get("id").asText()))
                .header("If-None-Match", '"' + stored.get("sha256").asText() + '"')
                .build();
        HttpResponse<byte[]> answer = http.send(again, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aReplacementIsTheNextVersion() throws Exception {
        JsonNode first = stored(new Form().file("a.pdf", SampleFiles.pdf("a")).field("channel", TAY_NINH_CHANNEL));
        JsonNode second = stored(new Form()
                .file("a.pdf", SampleFiles.pdf("b"))
                .field("channel", TAY_NINH_CHANNEL)
                .field("replaces", first.get("id").asText()));
        assertThat(second.get("version").asInt()).isEqualTo(2);
    }

    @Test
    void missingPartsAreNamedTogether() throws Exception {
        HttpResponse<byte[]> answer = upload(new Form().field("note", "chỉ có ghi chú"));
        JsonNode problem = assertProblem(answer, 400);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("file");
        assertThat(problem.at("/errors/1/field").asText()).isEqualTo("channel");
        assertThat(problem.get("detail").asText())
                .isEqualTo("Thiếu tệp cần tải lên (file). Thiếu kênh hợp tác (channel).");
    }

    @Test
    void aMalformedPredecessorIsNamed() throws Exception {
        JsonNode problem = assertProblem(
                upload(new Form()
                        .file("a.pdf", SampleFiles.pdf("a"))
                        .field("channel", TAY_NINH_CHANNEL)
                        .field("replaces", "bản cũ")),
                400);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("replaces");
    }

    @Test
    void aPageDressedAsPdfIsRefused() throws Exception {
        JsonNode problem = assertProblem(
                upload(new Form().file("a.pdf", SampleFiles.html()).field("channel", TAY_NINH_CHANNEL)), 400);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("file");
    }

    @Test
    void aFileAboveTheLimitIsRefusedWithASentenceThatNamesIt() throws Exception {
        JsonNode problem = assertProblem(
                upload(new Form().file("a.pdf", SampleFiles.pdf(7 << 20)).field("channel", TAY_NINH_CHANNEL)), 413);
        assertThat(problem.get("detail").asText()).isEqualTo("Tệp lớn hơn giới hạn 4 MB.");
    }

    @Test
    void outsidersNeitherUploadNorReadNorLearnThatItExists() throws Exception {
        JsonNode stored = stored(new Form().file("a.pdf", SampleFiles.pdf("a")).field("channel", TAY_NINH_CHANNEL));
        signedIn.as("qtsc.officer1", QTSC_CHANNEL);

        assertProblem(upload(new Form().file("a.pdf", SampleFiles.pdf("a")).field("channel", TAY_NINH_CHANNEL)), 403);
        JsonNode other = assertProblem(get(document(stored.get("id").asText())), 404);
        JsonNode none = assertProblem(get(document(UUID.randomUUID().toString())), 404);
        assertThat(other.get("detail")).isEqualTo(none.get("detail"));
    }

    @Test
    void whoIsNotSignedInGetsNothing() throws Exception {
        JsonNode stored = stored(new Form().file("a.pdf", SampleFiles.pdf("a")).field("channel", TAY_NINH_CHANNEL));
        signedIn.out();
        assertProblem(get(document(stored.get("id").asText())), 403);
        assertProblem(upload(new Form().file("a.pdf", SampleFiles.pdf("a")).field("channel", TAY_NINH_CHANNEL)), 403);
    }

    @Test
    void whatTheApiDoesNotKnowIsAProblemToo() throws Exception {
        assertProblem(get(document("khong-phai-ma")), 400);
        assertProblem(get(URI.create("http://localhost:" + port + "/api/v1/khong-co")), 404);
        HttpRequest wrongMethod = HttpRequest.newBuilder(
                        document(UUID.randomUUID().toString()))
                .DELETE()
                .build();
        assertProblem(http.send(wrongMethod, BodyHandlers.ofByteArray()), 405);
        HttpRequest wrongType = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/documents"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertProblem(http.send(wrongType, BodyHandlers.ofByteArray()), 415);
    }

    private JsonNode assertProblem(HttpResponse<byte[]> answer, int status) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.fieldNames()).toIterable().contains("type", "title", "status", "detail", "errors");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private JsonNode stored(Form form) throws Exception {
        HttpResponse<byte[]> answer = upload(form);
        assertThat(answer.statusCode()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> upload(Form form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/documents"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.bytes()))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    private URI document(String id) {
        return URI.create("http://localhost:" + port + "/api/v1/documents/" + id);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static final class Form {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Form field(String name, String value) {
            return part("form-data; name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, byte[] content) {
            return part("form-data; name=\"file\"; filename=\"%s\"".formatted(name), content);
        }

        private Form part(String disposition, byte[] content) {
            write("--%s\r\nContent-Disposition: %s\r\n\r\n".formatted(BOUNDARY, disposition));
            out.writeBytes(content);
            write("\r\n");
            return this;
        }

        byte[] bytes() {
            write("--%s--\r\n".formatted(BOUNDARY));
            return out.toByteArray();
        }

        private void write(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
