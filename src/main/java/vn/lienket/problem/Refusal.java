package vn.lienket.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** A refusal before any controller or resource of the engine is reached, in a form that all doors' clients read. */
public final class Refusal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    /** Answers with RFC 9457 problem details, and the sentence in {@code message} too, where clients of the engine look for it. */
    public static void write(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter()
                    .write(JSON.writeValueAsString(JSON.createObjectNode()
                            .put("type", "about:blank")
                            .put("title", sentence)
                            .put("status", status)
                            .put("detail", sentence)
                            .put("message", sentence)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
