package vn.lienket.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.springframework.http.HttpStatus;

/** What the application answered. */
public record Answer(HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(body(), e);
        }
    }

    /** A field at the top of the JSON body. */
    public String text(String field) {
        return json().path(field).asText(null);
    }

    public Answer expect(HttpStatus status) {
        Assertions.assertThat(status()).as(body()).isEqualTo(status.value());
        return this;
    }

    /** A refusal in a Vietnamese sentence that shows nothing of what is inside. */
    public Answer expectRefusal(HttpStatus status) {
        expect(status);
        Assertions.assertThat(sentence()).containsPattern("[À-ỹ]").endsWith(".");
        Assertions.assertThat(body()).doesNotContain("\tat ", "Exception:", "org.camunda.bpm.engine.");
        return this;
    }

    /** What a refusal says to the user. */
    public String sentence() {
        return text("detail") == null ? text("message") : text("detail");
    }
}
