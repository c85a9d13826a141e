package vn.lienket.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** A person at the REST API, by HTTP Basic. */
public class Actor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String authorization;

    public Actor(int port, String user, String password) {
        this(
                port,
                "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    Actor(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A GET with a header more. */
    public Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    /** As a browser that opens a page. */
    public Answer open(String path) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET());
    }

    public Answer post(String path, Object body) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(write(body))));
    }

    /** Sends what need not be JSON, though it says so. */
    public Answer sendText(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    /** A POST with a header more. */
    public Answer post(String path, Object body, String header, String value) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(write(body))));
    }

    /** As a browser that sends a form. */
    public Answer submit(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    public Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(write(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Uploads a file and answers what the document API said. */
    public Answer upload(String channel, String fileName, byte[] content) {
        return upload("/api/v1/documents", Map.of("channel", channel), fileName, content);
    }

    /** Posts form fields and a file. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary, fileName)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** As a browser that sends a form with files. */
    public Answer submit(String path, Map<String, String> fields, String name, List<SentFile> files) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (field, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field, value)
                        .getBytes(StandardCharsets.UTF_8)));
        for (SentFile file : files) {
            body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n")
                    .formatted(boundary, name, file.name())
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file of a form. */
    public record SentFile(String name, byte[] content) {}

    /** Uploads a file and returns its id. */
    public String uploaded(String channel, String fileName, byte[] content) {
        return upload(channel, fileName, content).expect(HttpStatus.CREATED).text("id");
    }

    /** Completes a task through the engine's REST API. */
    public Answer complete(String taskId, Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return post("/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables));
    }

    /** The beginning of a request, with whatever says who sends it. */
    protected HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    protected Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
