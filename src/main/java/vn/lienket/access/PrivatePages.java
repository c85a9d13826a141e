package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lienket.page.PrivatePage;

/** Does what {@link PrivatePage} promises. */
@Component
class PrivatePages implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";
    private static final String SCRIPTS = "; script-src 'self'";
    private static final String FETCHES = "; connect-src 'self'; worker-src 'self'";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    private static String policy(PrivatePage page) {
        return POLICY + (page.scripts() ? SCRIPTS : "") + (page.fetches() ? FETCHES : "");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        PrivatePage page =
                handler instanceof HandlerMethod method ? method.getBeanType().getAnnotation(PrivatePage.class) : null;
        if (page == null) {
            return true;
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", policy(page));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        // not Origin: under this referrer policy browsers send "null"
        String site = request.getHeader("Sec-Fetch-Site");
        if (request.getMethod().equals("POST") && site != null && !OWN.contains(site)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return false;
        }
        return true;
    }
}
