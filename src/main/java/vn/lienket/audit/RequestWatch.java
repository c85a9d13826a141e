package vn.lienket.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;

/**
 * Knows which request a thread is at work for, and tells the trail of every 403, whatever door gave it. It is outside of everything
 * but the filter that reads a proxy's headers; who was signed in it sees when the answer gets its status, for afterwards nobody is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestWatch extends OncePerRequestFilter {

    private static final ThreadLocal<Watched> WATCHED = new ThreadLocal<>();

    /** A token in a path opens what it stands for. */
    private static final Pattern SECRET = Pattern.compile("[\\w-]{40,}");

    private static final class Watched {
        private final HttpServletRequest request;
        private final List<Runnable> atTheEnd = new ArrayList<>();
        private User user;
        private boolean told;

        private Watched(HttpServletRequest request) {
            this.request = request;
        }
    }

    private final ApplicationEventPublisher events;
    private final ObjectProvider<CurrentUser> currentUser;

    RequestWatch(ApplicationEventPublisher events, ObjectProvider<CurrentUser> currentUser) {
        this.events = events;
        this.currentUser = currentUser;
    }

    static Optional<HttpServletRequest> current() {
        return Optional.ofNullable(WATCHED.get()).map(watched -> watched.request);
    }

    /** Method and path, without what a query or a secret link gives away. */
    static String door(HttpServletRequest request) {
        return request.getMethod() + " "
                + SECRET.matcher(request.getRequestURI()).replaceAll("…");
    }

    /** Does it when the request is answered and its transactions are over; false if the thread works for no request. */
    static boolean atTheEnd(Runnable step) {
        Watched watched = WATCHED.get();
        return watched != null && watched.atTheEnd.add(step);
    }

    /** Notes that the refusal of this request is in the trail already, with more than its status. */
    static void told() {
        Optional.ofNullable(WATCHED.get()).ifPresent(watched -> watched.told = true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Watched watched = new Watched(request);
        WATCHED.set(watched);
        try {
            chain.doFilter(request, new Answer(response, watched));
        } finally {
            try {
                watched.atTheEnd.forEach(Runnable::run);
                if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && !watched.told) {
                    events.publishEvent(refusal(watched));
                }
            } finally {
                WATCHED.remove();
            }
        }
    }

    private static AuditEvent refusal(Watched watched) {
        AuditEvent refusal = AuditEvent.refused(AuditAct.REQUEST_REFUSED);
        return watched.user == null
                ? refusal
                : refusal.by(watched.user.id()).ofOrganisation(watched.user.organisation());
    }

    private final class Answer extends HttpServletResponseWrapper {

        private final Watched watched;

        private Answer(HttpServletResponse response, Watched watched) {
            super(response);
            this.watched = watched;
        }

        @Override
        public void setStatus(int status) {
            look(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            look(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            look(status);
            super.sendError(status, message);
        }

        private void look(int status) {
            if (status >= HttpServletResponse.SC_BAD_REQUEST && watched.user == null) {
                watched.user = user();
            }
        }

        // the answer goes out whether the database can say who asked or not
        private User user() {
            try {
                return currentUser.stream()
                        .flatMap(users -> users.find().stream())
                        .findFirst()
                        .orElse(null);
            } catch (DataAccessException unknown) {
                return null;
            }
        }
    }
}
