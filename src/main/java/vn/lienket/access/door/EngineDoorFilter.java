package vn.lienket.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienket.engine.EngineDoor;
import vn.lienket.engine.Refusals;
import vn.lienket.json.JsonRequest;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;

/** Tells by which {@link EngineDoor} a request has come, and holds it to {@link QueryBounds} and {@link SentVariables}. */
class EngineDoorFilter extends OncePerRequestFilter {

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
        (request.getServletPath().startsWith("/engine-rest") ? EngineDoor.REST : EngineDoor.WEBAPPS).enter();
        try {
            chain.doFilter(JsonRequest.isJson(request) ? new EngineRequest(request) : request, response);
        } catch (RuntimeException failure) {
            if (!Refusals.isBadRequest(failure)) {
                throw failure;
            }
            // one of the engine's filters looked into the body, outside of what the engine translates
            if (failure.getCause() instanceof ProblemException problem) {
                ProblemResponse.write(response, problem.kind().status(), problem.getMessage());
            }
        } finally {
            EngineDoor.leave();
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
            String page = "firstResult=0&maxResults=" + EngineDoor.MAX_RESULTS;
            return query == null ? page : query + "&" + page;
        }

        @Override
        protected RuntimeException refusal(ProblemException problem) {
            return Refusals.asBadRequest(problem);
        }

        /** A body that breaks off or was refused on its way is the caller's doing, not an error to be logged. */
        @Override
        protected void brokenOff(IOException exception) {
            throw Refusals.asBadRequest(exception);
        }
    }
}
