package vn.lienket.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** The token against forged requests as the web applications' pages know it: a cookie that a page reads and sends back in a header. */
final class CsrfTokens {

    private CsrfTokens() {}

    /** Takes the token from the header, or from a small form; a body that may be large is not read for it. */
    static class Handler extends CsrfTokenRequestAttributeHandler {

        @Override
        public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            String inHeader = request.getHeader(token.getHeaderName());
            if (inHeader != null) {
                return inHeader;
            }
            String type = request.getContentType();
            return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                    ? request.getParameter(token.getParameterName())
                    : null;
        }
    }

    /** Gives every page its token before the page is written; but for pages behind a secret link, which leave nothing in the browser. */
    static class PageFilter extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            String path = request.getRequestURI();
            return !request.getMethod().equals("GET")
                    || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                    || path.startsWith("/api/")
                    || path.startsWith("/engine-rest/")
                    || path.startsWith("/actuator/")
                    || SecurityConfiguration.isLinkPage(request);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                token.getToken();
            }
            chain.doFilter(request, response);
        }
    }
}
