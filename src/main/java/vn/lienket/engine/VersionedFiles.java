package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep the large stock files of the web applications, whose addresses name the version ({@code ?bust=7.24.0}), without
 * asking for them again. Not what the product replaces, such as {@code config.js} or {@code user-styles.css}: that changes under the
 * same address. Nor a file of another version, which another node would have meant.
 */
class VersionedFiles extends OncePerRequestFilter {

    private static final Pattern STOCK =
            Pattern.compile("/camunda/(lib/(runtime|deps)\\.js|app/(\\w+)/camunda-\\3-bootstrap\\.(js|css))");
    private static final String FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();

    private final String version = ProductPropertiesUtil.getProductVersion();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean versioned = STOCK.matcher(request.getServletPath()).matches()
                && version.equals(request.getParameter("bust"))
                && request.getMethod().equals("GET");
        chain.doFilter(request, versioned ? new Kept(response) : response);
    }

    /** Says so of what was found, not of an error. */
    private static final class Kept extends HttpServletResponseWrapper {

        private Kept(HttpServletResponse response) {
            super(response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }

        /** The engine's own filter has every file of an application asked for again. */
        @Override
        public void setHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void setStatus(int status) {
            if (status != SC_OK && status != SC_NOT_MODIFIED) {
                super.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            }
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            setStatus(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            setStatus(status);
            super.sendError(status, message);
        }
    }
}
