package vn.lienket.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls an agent as a page does. */
record AgentCaller(int port, String origin) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonNode certificates() throws IOException, InterruptedException {
        return read(send(request("/certificates").GET()));
    }

    HttpResponse<String> sign(Map<String, ?> wanted) throws IOException, InterruptedException {
        return send(request("/sign")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(wanted))));
    }

    /** As a page that is closed, or loaded again, while it waits: once {@code meanwhile} is through. */
    void ask(Map<String, ?> wanted, Runnable meanwhile) throws IOException {
        byte[] body = JSON.writeValueAsBytes(wanted);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            "POST /sign HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                                    .formatted(port, origin, body.length)
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            meanwhile.run();
        }
    }

    /** What the page of a leader asks for. */
    static Map<String, Object> wanted(JsonNode key, SignerCertificates signer, PreparedRevision prepared) {
        return Map.of(
                "certificate", key.path("certificate").asText(),
                "algorithm", signer.algorithm().getJCEId(),
                "dataToSign", prepared.dataToSign(),
                "fileName", "thoa-thuan.pdf",
                "sha256", "00ff");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Origin", origin);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
