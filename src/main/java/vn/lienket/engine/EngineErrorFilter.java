package vn.lienket.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.lienket.problem.ProblemException;

/**
 * Says the errors of the engine's REST API and of the web applications' API in Vietnamese. A refusal of ours keeps its own sentence
 * and status; the engine's errors get one by their kind. The engine's fields {@code type} and {@code code} stay.
 */
class EngineErrorFilter extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Translation(int status, String message) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffered);
        if (request.isAsyncStarted()) {
            return;
        }
        if (buffered.getStatus() >= 400 && isJson(buffered)) {
            rewrite(request, buffered);
        }
        buffered.copyBodyToResponse();
    }

    private static boolean isJson(ContentCachingResponseWrapper response) {
        return response.getContentType() != null
                && response.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static void rewrite(HttpServletRequest request, ContentCachingResponseWrapper response) throws IOException {
        ObjectNode body = parse(response.getContentAsByteArray());
        if (body == null) {
            return;
        }
        if (request.getAttribute(Refusals.ATTRIBUTE) instanceof ProblemException problem) {
            response.setStatus(problem.kind().status());
            body.put("message", problem.getMessage());
            body.set("errors", JSON.valueToTree(problem.fields()));
        } else {
            Translation translation = translate(
                    request,
                    response.getStatus(),
                    body.path("type").asText(),
                    body.path("message").asText());
            response.setStatus(translation.status());
            body.put("message", translation.message());
        }
        response.resetBuffer();
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    private static Translation translate(HttpServletRequest request, int status, String type, String message) {
        if (status == 403 || type.equals("AuthorizationException")) {
            return new Translation(403, "Bạn không có quyền thực hiện thao tác này.");
        }
        if (message.contains("OptimisticLocking")
                || type.contains("OptimisticLocking")
                || message.contains("ENGINE-03005")) {
            return new Translation(409, "Người khác vừa xử lý việc này. Hãy tải lại trang rồi thử lại.");
        }
        if (type.contains("TaskAlreadyClaimed") || message.contains("is already claimed")) {
            return new Translation(409, "Việc này đã có người khác nhận.");
        }
        boolean ofTask = request.getRequestURI().contains("/task/");
        if (ofTask && (status == 404 || message.contains("Cannot find task") || message.contains("task is null"))) {
            return new Translation(
                    request.getMethod().equals("GET") ? 404 : 409,
                    "Việc này không còn nữa: đã được hoàn thành, hồ sơ đã được rút, hoặc không thuộc phạm vi của bạn.");
        }
        if (type.contains("MismatchingMessageCorrelation") || message.contains("Cannot correlate")) {
            return new Translation(400, "Không có hồ sơ nào đang chờ thông điệp này.");
        }
        if (message.contains("no authenticated tenant") || message.contains("belongs to no authenticated tenant")) {
            return new Translation(403, "Hồ sơ này thuộc kênh hợp tác mà bạn không tham gia.");
        }
        if (status == 500 && (type.equals("NullValueException") || message.contains("doesn't exist"))) {
            return new Translation(404, "Không tìm thấy nội dung được yêu cầu.");
        }
        if (message.contains("authenticated user password is not valid")) {
            return new Translation(400, "Mật khẩu hiện tại của bạn không đúng.");
        }
        if (message.contains("is part of a running")) {
            return new Translation(403, "Việc của một hồ sơ đang xử lý thì không xóa được.");
        }
        if (message.contains("Cannot deserialize")) {
            return new Translation(400, "Một trường được gửi lên với kiểu dữ liệu không được chấp nhận.");
        }
        return new Translation(
                status,
                switch (status) {
                    case 400 -> "Yêu cầu không hợp lệ: " + message;
                    case 404 -> "Không tìm thấy nội dung được yêu cầu.";
                    case 405, 415 -> "Cách gọi này không được hỗ trợ.";
                    default -> "Hệ thống gặp lỗi khi xử lý yêu cầu. Hãy thử lại, hoặc báo người quản trị.";
                });
    }

    private static ObjectNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node instanceof ObjectNode object && object.has("message") ? object : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    /** Answers with a problem of our own before any controller or engine resource is reached. */
    static void write(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter()
                    .write(JSON.writeValueAsString(JSON.createObjectNode()
                            .put("type", "about:blank")
                            .put("title", detail)
                            .put("status", status)
                            .put("detail", detail)
                            .put("message", detail)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
