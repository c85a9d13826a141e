package vn.lienket.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says what nobody else has said: an error that a filter, the web framework or the container gives by its status alone, or an exception
 * on which nobody has a word. To a browser that opens a page on a page, else as problem details.
 */
@Controller
class ErrorPages implements ErrorController {

    private final List<ProblemTranslator> translators;

    ErrorPages(List<ProblemTranslator> translators) {
        this.translators = translators;
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = isBusy(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)) ? 503 : given(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (ProblemHandler.acceptsPage(request) && !path.startsWith(request.getContextPath() + "/api/")) {
            if (status == 503) {
                response.setHeader(HttpHeaders.RETRY_AFTER, ProblemResponse.SOON);
            }
            return new ModelAndView(
                    "error",
                    Map.of("title", ProblemResponse.title(status), "detail", sentence(status)),
                    HttpStatusCode.valueOf(status));
        }
        ProblemResponse.write(response, status, ProblemResponse.sentence(status));
        return null;
    }

    private static int given(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 500;
    }

    /** Whether another try may well succeed, as when the database is away. */
    private boolean isBusy(Object exception) {
        return Stream.iterate((Throwable) exception, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> translators.stream().flatMap(each -> each.translate(cause).stream()))
                .anyMatch(problem -> problem.kind() == ProblemException.Kind.BUSY);
    }

    private static String sentence(int status) {
        return status == 404 ? Sentences.NO_PAGE : ProblemResponse.sentence(status);
    }
}
