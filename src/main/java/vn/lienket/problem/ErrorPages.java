package vn.lienket.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
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

    @RequestMapping("${server.error.path:/error}")
    ModelAndView say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 500;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (ProblemHandler.acceptsPage(request) && !path.startsWith(request.getContextPath() + "/api/")) {
            return new ModelAndView(
                    "error",
                    Map.of("title", ProblemResponse.title(status), "detail", sentence(status)),
                    HttpStatusCode.valueOf(status));
        }
        ProblemResponse.write(response, status, ProblemResponse.sentence(status));
        return null;
    }

    private static String sentence(int status) {
        return status == 404 ? "Không có trang nào ở địa chỉ này." : ProblemResponse.sentence(status);
    }
}
