package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;

/** Marks what comes from outside through the engine's own doors, for {@link QueryLimits}, and holds it to {@link QueryBounds}. */
class EngineDoorFilter extends OncePerRequestFilter {

    /** Whose API a request came to. */
    enum Door {
        REST,
        /** Of the web applications, whose pages cannot be taught other numbers. */
        WEBAPPS
    }

    private static final ThreadLocal<Door> OPEN = new ThreadLocal<>();

    /** The engine's own door by which the current thread's request came, if it came by one. */
    static Optional<Door> open() {
        return Optional.ofNullable(OPEN.get());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            QueryBounds.checkParameters(request.getQueryString());
        } catch (ProblemException problem) {
            RefusalLog.refused(request, problem.kind().status(), "query above its bounds");
            ProblemResponse.write(response, problem.kind().status(), problem.getMessage());
            return;
        }
        OPEN.set(request.getServletPath().startsWith("/engine-rest") ? Door.REST : Door.WEBAPPS);
        try {
            chain.doFilter(isJson(request) ? new BoundedRequest(request) : request, response);
        } catch (BadUserRequestException refused) {
            // one of the engine's filters looked into the body, outside of what the engine translates
            if (refused.getCause() instanceof ProblemException problem) {
                ProblemResponse.write(response, problem.kind().status(), problem.getMessage());
            }
        } finally {
            OPEN.remove();
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.toLowerCase(Locale.ROOT).contains("json");
    }

    private static final class BoundedRequest extends HttpServletRequestWrapper {

        private BoundedBody body;

        private BoundedRequest(HttpServletRequest request) {
            super(request);
        }

        /** Cockpit's own resources refuse a list without bounds, which some of its pages ask for: they get the first page. */
        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            if (!getRequestURI().startsWith("/camunda/api/cockpit/plugin/")
                    || (query != null && query.contains("maxResults="))) {
                return query;
            }
            String page = "firstResult=0&maxResults=" + QueryLimits.MAX_RESULTS;
            return query == null ? page : query + "&" + page;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new BoundedBody(this, super.getInputStream());
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BoundedBody extends ServletInputStream {

        private final HttpServletRequest request;
        private final ServletInputStream source;
        private final QueryBounds bounds = new QueryBounds();

        private BoundedBody(HttpServletRequest request, ServletInputStream source) {
            this.request = request;
            this.source = source;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            int read = next(target, offset, count);
            if (read > 0) {
                try {
                    bounds.feed(target, offset, read);
                } catch (ProblemException problem) {
                    RefusalLog.refused(request, problem.kind().status(), "body above the bounds of a query");
                    throw Refusals.asBadRequest(problem);
                }
            }
            return read;
        }

        /** A body that breaks off or was refused on its way is the caller's doing, not an error to be logged. */
        private int next(byte[] target, int offset, int count) {
            try {
                return source.read(target, offset, count);
            } catch (IOException e) {
                throw new BadUserRequestException(e.getMessage(), e);
            }
        }

        @Override
        public int available() throws IOException {
            return source.available();
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
