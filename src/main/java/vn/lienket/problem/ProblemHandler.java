package vn.lienket.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every failure under {@code /api} with RFC 9457 problem details in Vietnamese and never with a stack trace. A refusal
 * elsewhere is answered likewise, but to a browser with a page; every other failure there is left to {@link ErrorPages}.
 */
@RestControllerAdvice
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final List<ProblemTranslator> translators;
    private final ObjectProvider<MultipartConfigElement> uploads;

    ProblemHandler(List<ProblemTranslator> translators, ObjectProvider<MultipartConfigElement> uploads) {
        this.translators = translators;
        this.uploads = uploads;
    }

    /**
     * The answer; the exception itself goes on where the answer is not ours to give: a failure outside the API, or once bytes were
     * sent.
     */
    @ExceptionHandler
    Object handle(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (request.getAttribute(ProblemResponse.ANSWERED) != null) {
            return null;
        }
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            Optional<ProblemException> refusal = refusal(exception);
            ResponseEntity<ProblemDetail> answer = refusal.map(ProblemHandler::refused)
                    .or(() -> exception instanceof MultipartException ? badRequest(exception) : Optional.empty())
                    .orElseThrow(() -> exception);
            if (!acceptsPage(request)) {
                return answer;
            }
            // in the address of a page the fields have the names of the API
            boolean named = HttpMethod.GET.matches(request.getMethod());
            return page(answer, named ? Optional.empty() : refusal.map(ProblemException::onPage));
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            return null;
        }
        if (response.isCommitted()) {
            throw exception;
        }
        return refusal(exception)
                .map(ProblemHandler::refused)
                .or(() -> badRequest(exception))
                .orElseGet(() -> failed(exception, response));
    }

    static boolean acceptsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static ModelAndView page(ResponseEntity<ProblemDetail> answer, Optional<String> sentence) {
        ProblemDetail problem = answer.getBody();
        return new ModelAndView(
                "error",
                Map.of("title", problem.getTitle(), "detail", sentence.orElseGet(problem::getDetail)),
                answer.getStatusCode());
    }

    private Optional<ProblemException> refusal(Exception exception) {
        if (exception instanceof MaxUploadSizeExceededException) {
            return Optional.of(tooLarge());
        }
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> meaning(cause).stream())
                .findFirst();
    }

    private Optional<ProblemException> meaning(Throwable cause) {
        if (cause instanceof ProblemException refused) {
            return Optional.of(refused);
        }
        if (cause instanceof ConcurrencyFailureException) {
            return Optional.of(
                    ProblemException.conflict("Dữ liệu vừa được người khác thay đổi. Hãy tải lại và thử lại."));
        }
        return translators.stream()
                .flatMap(translator -> translator.translate(cause).stream())
                .findFirst();
    }

    private ProblemException tooLarge() {
        return uploads.stream()
                .map(MultipartConfigElement::getMaxFileSize)
                .filter(limit -> limit > 0)
                .findFirst()
                .map(limit -> ProblemException.tooLarge(DataSize.ofBytes(limit)))
                .orElseGet(() -> ProblemException.tooLarge("Tệp quá lớn."));
    }

    private static ResponseEntity<ProblemDetail> refused(ProblemException refused) {
        HttpStatusCode status = HttpStatusCode.valueOf(refused.kind().status());
        List<FieldMessage> fields = refused.fields().stream()
                .map(field -> new FieldMessage(field.name(), field.message()))
                .toList();
        HttpHeaders headers = new HttpHeaders();
        if (refused.kind() == ProblemException.Kind.BUSY) {
            headers.set(HttpHeaders.RETRY_AFTER, ProblemResponse.SOON);
        }
        return answer(status, refused.getMessage(), fields, headers);
    }

    /** What the web framework refused before any code of ours saw it. */
    private static Optional<ResponseEntity<ProblemDetail>> badRequest(Exception exception) {
        List<FieldMessage> fields = fields(exception);
        if (exception instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            HttpStatusCode status = response.getStatusCode();
            return Optional.of(answer(status, detail(status, fields), fields, response.getHeaders()));
        }
        if (exception instanceof HttpMessageNotReadableException
                || exception instanceof TypeMismatchException
                || exception instanceof MultipartException) {
            HttpStatusCode status = HttpStatusCode.valueOf(400);
            return Optional.of(answer(status, detail(status, fields), fields, HttpHeaders.EMPTY));
        }
        return Optional.empty();
    }

    private static List<FieldMessage> fields(Exception exception) {
        if (exception instanceof MissingServletRequestPartException missing) {
            return List.of(FieldMessage.missing(missing.getRequestPartName()));
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return List.of(FieldMessage.missing(missing.getParameterName()));
        }
        if (exception instanceof TypeMismatchException mismatch && mismatch.getPropertyName() != null) {
            return List.of(FieldMessage.wrong(mismatch.getPropertyName()));
        }
        if (exception.getCause() instanceof JsonMappingException mapping) {
            String path = mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            return path.isEmpty() ? List.of() : List.of(FieldMessage.wrong(path));
        }
        if (exception instanceof BindingResult binding) {
            return binding.getFieldErrors().stream()
                    .map(FieldError::getField)
                    .distinct()
                    .map(FieldMessage::wrong)
                    .toList();
        }
        return List.of();
    }

    private static ResponseEntity<ProblemDetail> failed(Exception exception, HttpServletResponse response) {
        UUID id = UUID.randomUUID();
        LOG.error("Error {}", id, exception);
        // headers that announced another body, such as a length, must not go out with this one
        response.reset();
        String detail = "Hệ thống gặp lỗi, yêu cầu chưa được thực hiện. Mã lỗi để báo quản trị: %s.".formatted(id);
        return answer(HttpStatusCode.valueOf(500), detail, List.of(), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String detail, List<FieldMessage> fields, HttpHeaders headers) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(ProblemResponse.title(status.value()));
        problem.setProperty("errors", fields);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String detail(HttpStatusCode status, List<FieldMessage> fields) {
        if (!fields.isEmpty()) {
            return String.join(" ", fields.stream().map(FieldMessage::message).toList());
        }
        return status.value() == 404
                ? "Địa chỉ này không có trong giao diện lập trình."
                : ProblemResponse.sentence(status.value());
    }

    /** An entry of {@code errors}. */
    private record FieldMessage(String field, String message) {

        static FieldMessage missing(String field) {
            return new FieldMessage(field, "Thiếu trường %s.".formatted(field));
        }

        static FieldMessage wrong(String field) {
            return new FieldMessage(
                    field, "Giá trị của trường %s không đúng, hoặc không có trường này.".formatted(field));
        }
    }
}
