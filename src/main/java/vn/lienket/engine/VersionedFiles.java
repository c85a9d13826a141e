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
 * Lets browsers keep the files of the web applications whose addresses name the version, without asking for them again: Camunda's own
 * ({@code ?bust=7.24.0}), ours, by the {@link WebappVersion} ({@code ?v=} or the folder of our scripts), and the library of charts. Not
 * what the product replaces under Camunda's version: that changes under the same address. Nor a file of another version, which another
 * node would have meant.
 */
class VersionedFiles extends OncePerRequestFilter {

    static final Pattern STOCK =
            Pattern.compile("/camunda/(lib/(runtime|deps|globalize|ngDefine)\\.js|assets/[\\w-]+\\.\\w+"
                    + "|app/(\\w+)/(camunda-\\3-bootstrap\\.(js|css)|locales/en\\.json)"
                    + "|api/\\w+/plugin/\\w+/static/app/plugin\\.(js|css))");
    private static final Pattern OURS =
            Pattern.compile("/camunda/app/\\w+/(styles/user-styles\\.css|locales/vi\\.json)");
    private static final Pattern SCRIPTS =
            Pattern.compile("/camunda/app/tasklist/lienket-%s/[\\w-]+\\.\\w+".formatted(WebappVersion.CURRENT));
    /** The version of a library is part of the address of its files. */
    private static final Pattern LIBRARY = Pattern.compile("/webjars/chart\\.js/\\d[\\d.]*/dist/[\\w.]+\\.js");

    private static final String FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();

    private final String version = ProductPropertiesUtil.getProductVersion();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean versioned = request.getMethod().equals("GET") && namesVersion(request);
        chain.doFilter(request, versioned ? new Kept(response) : response);
    }

    private boolean namesVersion(HttpServletRequest request) {
        String address = request.getRequestURI();
        return STOCK.matcher(address).matches() && version.equals(request.getParameter("bust"))
                || OURS.matcher(address).matches() && WebappVersion.CURRENT.equals(request.getParameter("v"))
                || SCRIPTS.matcher(address).matches()
                || LIBRARY.matcher(address).matches();
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
        public void addHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
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
