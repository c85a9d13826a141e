package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienket.json.JsonRequest;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;

/** Marks what comes from outside through the engine's own doors, for {@link QueryLimits}, and holds it to {@link QueryBounds} and {@link SentVariables}. */
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
            chain.doFilter(JsonRequest.isJson(request) ? new EngineRequest(request) : request, response);
        } catch (BadUserRequestException refused) {
            // one of the engine's filters looked into the body, outside of what the engine translates
            if (refused.getCause() instanceof ProblemException problem) {
                ProblemResponse.write(response, problem.kind().status(), problem.getMessage());
            }
        } finally {
            OPEN.remove();
            FilterCounts.forget();
        }
    }

    private static final class EngineRequest extends JsonRequest {

        private EngineRequest(HttpServletRequest request) {
            super(request, List.of(new QueryBounds(), new SentVariables(), new PlausibleDates()));
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
        protected RuntimeException refusal(ProblemException problem) {
            return Refusals.asBadRequest(problem);
        }

        /** A body that breaks off or was refused on its way is the caller's doing, not an error to be logged. */
        @Override
        protected void brokenOff(IOException exception) {
            throw new BadUserRequestException(exception.getMessage(), exception);
        }
    }
}
