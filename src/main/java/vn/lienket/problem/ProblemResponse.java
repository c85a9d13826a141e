package vn.lienket.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** Answers with problem details where no controller is reached: in filters. */
public final class ProblemResponse {

    /** Seconds after which a refused request may be tried again, where nothing more exact is known. */
    public static final String SOON = "5";

    /** Request attribute that says that a request has had its answer, though its reader does not know it yet. */
    public static final String ANSWERED = ProblemResponse.class.getName();

    /** Request attribute with the sentence about a body that was left out as too large: its page is to say it. */
    public static final String TOO_LARGE = "vn.lienket.problem.tooLarge";

    /** What browsers may do with data: show it. */
    public static final String POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PAGE = "text/html;charset=UTF-8";
    private static final String PAGE_POLICY = POLICY + "; style-src 'unsafe-inline'";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemResponse() {}

    /**
     * Writes the answer and ends it: whatever is written later goes nowhere. Does nothing once another answer is under way.
     *
     * @param detail a Vietnamese sentence for the user
     */
    public static void write(HttpServletResponse response, int status, String detail) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", detail)
                .put("message", detail)
                .set("errors", JSON.createArrayNode());
        write(response, status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, POLICY, JSON.writeValueAsString(problem));
    }

    /** Whether a browser asks, which shows people what is answered. */
    public static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /** The same as a page. */
    public static void writePage(HttpServletResponse response, int status, String detail) throws IOException {
        if (!response.isCommitted()) {
            write(response, status, PAGE, PAGE_POLICY, """
                    <!DOCTYPE html>
                    <html lang="vi">
                    <head>
                      <meta charset="utf-8">
                      <meta name="viewport" content="width=device-width, initial-scale=1">
                      <title>LienKet – %1$s</title>
                      <style>
                        body { margin: 0; font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: #1c2733; background: #f2f5f8; }
                        main { max-width: 56rem; margin: 3rem auto; padding: 0 1rem; }
                        h1 { margin: 0; font-size: 1.7rem; color: #0b4a86; }
                        h2 { margin: 0; font-size: 1.15rem; }
                        .card { background: #fff; border: 1px solid #d5dde5; border-radius: .5rem; padding: 1.5rem; margin-top: 1.5rem; }
                      </style>
                    </head>
                    <body>
                    <main>
                      <h1>LienKet</h1>
                      <div class="card">
                        <h2>%1$s</h2>
                        <p role="alert">%2$s</p>
                        <p><a href="/">Về trang đầu</a></p>
                      </div>
                    </main>
                    </body>
                    </html>
                    """.formatted(escaped(title(status)), escaped(detail)));
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static void write(HttpServletResponse response, int status, String type, String policy, String content)
            throws IOException {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", policy);
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
        OutputStream output = response.getOutputStream();
        output.write(body);
        output.flush();
        output.close();
    }

    /** What there is to say of which no more than the status is known. */
    static String sentence(int status) {
        return switch (status) {
            case 400 -> "Không đọc được nội dung yêu cầu: dữ liệu sai cú pháp hoặc sai kiểu.";
            case 401 -> "Bạn chưa đăng nhập, hoặc phiên làm việc đã hết.";
            case 403 -> Sentences.FORBIDDEN;
            case 404 -> "Không có gì ở địa chỉ này.";
            case 405 -> "Địa chỉ này không nhận phương thức HTTP đã gửi.";
            case 406 -> "Không trả lời được ở định dạng mà yêu cầu đòi hỏi.";
            case 413 -> "Nội dung gửi lên quá lớn.";
            case 415 -> "Địa chỉ này không nhận dữ liệu ở định dạng đã gửi.";
            case 503 -> "Hệ thống đang bận hoặc tạm gián đoạn, yêu cầu chưa được thực hiện. Hãy thử lại sau ít phút.";
            default -> status < 500 ? "Yêu cầu không được chấp nhận." : Sentences.FAILED;
        };
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "Dữ liệu chưa đúng";
            case 401 -> "Chưa đăng nhập";
            case 403 -> "Không có quyền";
            case 404 -> "Không tìm thấy";
            case 405 -> "Phương thức không được hỗ trợ";
            case 406 -> "Định dạng trả về không được hỗ trợ";
            case 408 -> "Gửi quá chậm";
            case 409 -> "Xung đột";
            case 413 -> "Nội dung quá lớn";
            case 415 -> "Định dạng gửi lên không được hỗ trợ";
            case 429 -> "Quá nhiều yêu cầu";
            case 503 -> "Hệ thống đang bận";
            default -> status < 500 ? "Yêu cầu bị từ chối" : "Lỗi hệ thống";
        };
    }
}
