package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;
import vn.lienket.problem.Sentences;

/**
 * How a request is turned away: a browser that opens a page is led to the start page, and from there back, or shown a page; everybody
 * else is told in a sentence.
 */
@Component("accessRefusals")
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    /** Set on a request whose address no rule names. */
    static final String UNKNOWN = Refusals.class.getName() + ".unknown";

    private static final RequestMatcher PAGES =
            Paths.any("/", "/cases/**", "/admin/**", "/account/**", "/camunda", "/camunda/", "/camunda/app/**");

    private final ApplicationEventPublisher events;

    Refusals(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null && opensPage(request)) {
            response.sendRedirect(NextPage.afterSignIn(request));
            return;
        }
        // A browser answers this header with a password box, which would cover the page whose session has ended.
        if (request.getHeader("Sec-Fetch-Mode") == null || "navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"LienKet\", charset=\"UTF-8\"");
        }
        refuse(request, response, SignInRefusal.of(missing));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (request.getAttribute(UNKNOWN) != null) {
            refuse(request, response, 404, "Không có gì ở địa chỉ này.");
        } else if (denied instanceof CsrfException) {
            refuse(request, response, 403, "Phiên làm việc không hợp lệ. Hãy tải lại trang rồi thử lại.");
        } else {
            refuse(request, response, 403, Sentences.FORBIDDEN);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        events.publishEvent(AuditEvent.refused(AuditAct.REQUEST_REJECTED).from(request.getRemoteAddr(), null));
        if (Firewall.knows(request.getMethod())) {
            refuse(request, response, 400, "Địa chỉ hoặc tiêu đề của yêu cầu không hợp lệ.");
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", Firewall.METHODS));
            refuse(request, response, 405, "Địa chỉ này không nhận phương thức HTTP đã gửi.");
        }
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, SignInRefusal refusal)
            throws IOException {
        refusal.retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        refuse(request, response, refusal.status(), refusal.sentence());
    }

    /** Turns the request away with a sentence; a browser that opens a page gets it on a page. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
            throws IOException {
        RefusalLog.refused(request, status, "not allowed");
        if ((status == 403 || status == 404) && acceptsPage(request)) {
            response.sendError(status);
        } else {
            ProblemResponse.write(response, status, sentence);
        }
    }

    private static boolean opensPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && acceptsPage(request) && PAGES.matches(request);
    }

    private static boolean acceptsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
