package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and who has to show his second factor; kept in a session in which nobody is signed in yet.
 *
 * @param enrols whether he has none yet and has to set one up first
 * @param next the page he asked for, or null
 */
record PendingSignIn(String userId, boolean enrols, String next, Instant until) implements Serializable {

    private static final String ATTRIBUTE = "lienket.pending";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static void remember(HttpServletRequest request, String userId, boolean enrols, String next, Instant now) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(ATTRIBUTE, new PendingSignIn(userId, enrols, next, now.plus(PATIENCE)));
    }

    static Optional<PendingSignIn> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> (PendingSignIn) known.getAttribute(ATTRIBUTE))
                .filter(pending -> pending.until().isAfter(now));
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}
