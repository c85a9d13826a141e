package vn.lienket.access.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienket.engine.EngineDoor;
import vn.lienket.engine.Refusals;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;
import vn.lienket.problem.Sentences;

/**
 * Says the errors of the engine's REST API and of the web applications' API in Vietnamese. A refusal of ours keeps its own sentence
 * and status; the engine's errors get one by their kind. The engine's fields {@code type} and {@code code} stay.
 */
class EngineErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrorFilter.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern MISSING_FIELD = Pattern.compile(
            "^Cannot .* because (?:\"this\\.(?!objectMapper)(\\w+)\"|the return value of \"[\\w.]+Dto\\.get(\\w+)\\(\\)\") is null$");

    /** What reads a request throws at a body that lacks what it needs, or has it in another shape. */
    private static final Set<String> OF_A_READER =
            Set.of("NullPointerException", "ClassCastException", "IllegalArgumentException", "NumberFormatException");

    private static final Pattern ABSENT =
            Pattern.compile("doesn't exist|does not exist|no deployed|Cannot find|No \\w+ found");
    private static final Pattern UNFIT = Pattern.compile(
            "(is null|is empty|cannot be used in .*|can't be set larger than .*)$|ENGINE-03072|Cannot skip");

    /** The database, or a lock of it, was not to be had in time. */
    private static final Pattern AWAY = Pattern.compile("canceling statement due to|Could not open JDBC Connection"
            + "|Connection is not available|I/O error occurred while sending|This connection has been closed"
            + "|onnection attempt failed|terminating connection|the database system is");

    private static final Pattern OF_THE_DATABASE = Pattern.compile("value too long for type|0x00|out of range"
            + "|must not end with escape character|invalid input syntax|invalid byte sequence");

    private static final Pattern WRONG_PARAMETER = Pattern.compile("^(?:Cannot set query|Query) parameter '(\\w+)' ");

    private static final Pattern IS_NULL = Pattern.compile("^(\\w+) is (?:null|empty)\\.?$");

    private static final Translation UNKNOWN = new Translation(404, Sentences.NOT_FOUND);
    private static final Translation UNREADABLE =
            new Translation(400, "Yêu cầu thiếu nội dung, hoặc có giá trị không được chấp nhận.");
    private static final Translation GONE = new Translation(
            409, "Việc này không còn nữa: đã được hoàn thành, hồ sơ đã được rút, hoặc không thuộc phạm vi của bạn.");

    private static final Pattern EXCEPTION = Pattern.compile("\\w+Exception");

    private record Translation(int status, String message) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldErrors held = new HeldErrors(response);
        chain.doFilter(request, held);
        if (held.isHolding() && !response.isCommitted()) {
            byte[] body = rewritten(request, response, held.body());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
        tell(request, response.getStatus());
    }

    /** A failure is logged whole, a refusal in a line. */
    private static void tell(HttpServletRequest request, int status) {
        Object error = request.getAttribute(Refusals.ERROR);
        if (error == null) {
            return;
        }
        if (status < 500) {
            RefusalLog.refused(request, status, kind(error));
        } else if (error instanceof Throwable thrown) {
            LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), thrown);
        } else {
            LOG.error("{} {} failed: {}", request.getMethod(), request.getServletPath(), error);
        }
    }

    /** Its class; of a text, the first that it names. */
    private static String kind(Object error) {
        if (error instanceof Throwable) {
            return error.getClass().getSimpleName();
        }
        Matcher named = EXCEPTION.matcher(error.toString());
        return named.find() ? named.group() : "error";
    }

    private static byte[] rewritten(HttpServletRequest request, HttpServletResponse response, byte[] error)
            throws IOException {
        ObjectNode body = parse(error);
        if (body == null) {
            // what reads the body of a request says in plain text what it cannot read
            body = JSON.createObjectNode()
                    .put("type", "InvalidRequestException")
                    .put("message", new String(error, StandardCharsets.UTF_8))
                    .putNull("code");
            response.setContentType("application/json;charset=UTF-8");
        }
        if (request.getAttribute(Refusals.ATTRIBUTE) instanceof ProblemException problem) {
            response.setStatus(problem.kind().status());
            body.put("message", problem.getMessage());
            body.set("errors", JSON.valueToTree(problem.fields()));
            if (problem.kind() == ProblemException.Kind.BUSY) {
                response.setHeader(HttpHeaders.RETRY_AFTER, ProblemResponse.SOON);
            }
        } else {
            Translation translation = translate(
                    request,
                    response,
                    response.getStatus(),
                    body.path("type").asText(),
                    body.path("message").asText());
            response.setStatus(translation.status());
            body.put("message", translation.message());
            if (translation.status() == 404 || translation.equals(GONE) || translation.equals(UNREADABLE)) {
                // the engine's kind of error would tell what is hidden from what is not there
                body.put("type", "InvalidRequestException").putNull("code");
            }
        }
        return JSON.writeValueAsBytes(body);
    }

    private static Translation translate(
            HttpServletRequest request, HttpServletResponse response, int status, String type, String message) {
        if (status == 403 || type.equals("AuthorizationException")) {
            return new Translation(403, Sentences.FORBIDDEN);
        }
        if (message.contains("OptimisticLocking")
                || type.contains("OptimisticLocking")
                || message.contains("ENGINE-03005")) {
            return new Translation(409, "Người khác vừa xử lý việc này. Hãy tải lại trang rồi thử lại.");
        }
        if (type.contains("TaskAlreadyClaimed") || message.contains("is already claimed")) {
            return new Translation(409, "Việc này đã có người khác nhận.");
        }
        if (message.startsWith("No task found") || message.startsWith("No process instance found")) {
            return UNKNOWN;
        }
        boolean hidden = message.contains("no authenticated tenant");
        boolean ofTask = request.getRequestURI().contains("/task/");
        if (ofTask
                && (hidden
                        || status == 404
                        || message.contains("Cannot find task")
                        || message.contains("task is null")
                        || message.startsWith("Cannot get form for task")
                        || type.equals("NullPointerException") && message.contains("\"task\" is null"))) {
            return request.getMethod().equals("GET") ? new Translation(404, GONE.message()) : GONE;
        }
        if (type.contains("MismatchingMessageCorrelation") || message.contains("Cannot correlate")) {
            return new Translation(400, "Không có hồ sơ nào đang chờ thông điệp này.");
        }
        if (hidden
                || status == 500
                        && (type.equals("NullValueException")
                                || ABSENT.matcher(message).find())) {
            return UNKNOWN;
        }
        if (type.equals("QueryParamException")) {
            return new Translation(400, "Một tham số của địa chỉ không đúng kiểu dữ liệu.");
        }
        if (type.equals("TreeBuilderException")) {
            return new Translation(400, "Yêu cầu có biểu thức không đúng cú pháp.");
        }
        Matcher missing = MISSING_FIELD.matcher(message);
        if (status == 500 && missing.matches()) {
            String field = missing.group(1) == null ? StringUtils.uncapitalize(missing.group(2)) : missing.group(1);
            return new Translation(400, "Yêu cầu thiếu trường “%s”.".formatted(field));
        }
        if (status == 500 && OF_A_READER.contains(type) && request.getAttribute(Refusals.FAILED) == null) {
            // nothing has been asked of the engine, or what it has found is not there for this person
            return request.getMethod().equals("GET") ? UNKNOWN : UNREADABLE;
        }
        if (status == 500
                && (OF_THE_DATABASE.matcher(message).find()
                        || UNFIT.matcher(message).find())) {
            return UNREADABLE;
        }
        if (message.contains("authenticated user password is not valid")) {
            return new Translation(400, "Mật khẩu hiện tại của bạn không đúng.");
        }
        if (message.contains("is part of a running")) {
            return new Translation(403, "Việc của một hồ sơ đang xử lý thì không xóa được.");
        }
        if (AWAY.matcher(message).find()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, ProblemResponse.SOON);
            return new Translation(
                    503, "Hệ thống đang bận hoặc tạm gián đoạn, yêu cầu chưa được thực hiện. Hãy thử lại sau.");
        }
        if (message.contains("Max results limit") || message.contains("unbound number of results")) {
            return new Translation(400, EngineDoor.TOO_MANY);
        }
        if (message.contains("Cannot deserialize")) {
            return new Translation(400, "Một trường được gửi lên với kiểu dữ liệu không được chấp nhận.");
        }
        return new Translation(
                status,
                switch (status) {
                    case 400 -> invalid(message);
                    case 404 -> UNKNOWN.message();
                    case 405, 415 -> "Cách gọi này không được hỗ trợ.";
                    default -> Sentences.FAILED;
                });
    }

    /** The engine's sentence is English; of it only the name of the parameter is kept. */
    private static String invalid(String message) {
        Matcher parameter = WRONG_PARAMETER.matcher(message);
        if (parameter.find()) {
            return "Tham số “%s” thiếu, hoặc có giá trị không được chấp nhận.".formatted(parameter.group(1));
        }
        Matcher missing = IS_NULL.matcher(message);
        if (missing.matches()) {
            return "Yêu cầu thiếu trường “%s”.".formatted(missing.group(1));
        }
        return message.contains("Cannot convert value")
                ? "Một giá trị được gửi lên không đúng kiểu dữ liệu."
                : "Yêu cầu không hợp lệ: thiếu trường, hoặc có giá trị không được chấp nhận.";
    }

    private static ObjectNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node instanceof ObjectNode object && object.has("message") ? object : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
