package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import vn.lienket.problem.ProblemResponse;

/** What browsers may do with our answers, unless an answer has said so itself: own pages run no foreign script, data runs nothing. */
class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String PAGE = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final String DATA = ProblemResponse.POLICY;

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            String path = request.getRequestURI();
            boolean data = path.startsWith("/api/")
                    || path.startsWith("/engine-rest")
                    || path.startsWith("/camunda/api/")
                    || path.startsWith("/actuator/");
            response.setHeader(HEADER, data ? DATA : PAGE);
            if (data) {
                // Camunda's resources say only no-cache
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }
    }
}
