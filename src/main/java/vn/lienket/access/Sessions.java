package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.engine.AccountsChanged;

/** Who is signed in where, on all nodes. Ending a session takes effect with the next request, on whatever node. */
@Component
class Sessions {

    private static final SecurityContextRepository CONTEXTS = new HttpSessionSecurityContextRepository();
    private static final String ADDRESS = "lienket.address";
    private static final String BROWSER = "lienket.browser";

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A signed-in session.
     *
     * @param id names it without being the secret in the cookie
     * @param own whether it is the one that asks
     */
    record Entry(
            String id,
            String person,
            Instant signedInAt,
            Instant lastSeenAt,
            String address,
            String browser,
            boolean own) {}

    /** A person and his number of live sessions. */
    record Count(String person, int sessions, Instant lastSeenAt) {}

    /** Signs somebody in to the session of this request who has shown who he is in another way than by a filter of Spring Security. */
    static void enter(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        CONTEXTS.saveContext(context, request, response);
    }

    /** Keeps in a new session where it comes from. */
    static void noteOrigin(HttpServletRequest request) {
        request.getSession().setAttribute(ADDRESS, request.getRemoteAddr());
        request.getSession().setAttribute(BROWSER, request.getHeader("User-Agent"));
    }

    /** The live sessions of a person, latest first. */
    List<Entry> of(String person, String ownSessionId) {
        return repository.findByPrincipalName(person).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Entry(
                        nameOf(session.getId()),
                        person,
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getAttribute(ADDRESS),
                        session.getAttribute(BROWSER),
                        session.getId().equals(ownSessionId)))
                .sorted(Comparator.comparing(Entry::lastSeenAt).reversed())
                .toList();
    }

    /** Who is signed in, latest first. */
    @Transactional(readOnly = true)
    List<Count> people(int limit) {
        return jdbc.sql("""
                        select principal_name, count(*) sessions, max(last_access_time) seen from lienket.spring_session
                        where principal_name is not null and expiry_time > ? group by principal_name order by seen desc limit ?""")
                .params(clock.millis(), limit)
                .query((row, number) -> new Count(
                        row.getString("principal_name"),
                        row.getInt("sessions"),
                        Instant.ofEpochMilli(row.getLong("seen"))))
                .list();
    }

    /** Ends one session of a person; false if there is none of this name. */
    boolean end(String person, String id) {
        return repository.findByPrincipalName(person).keySet().stream()
                .filter(session -> nameOf(session).equals(id))
                .findFirst()
                .map(session -> {
                    repository.deleteById(session);
                    events.publishEvent(AuditEvent.done(AuditAct.SESSION_ENDED).saying(person));
                    return true;
                })
                .orElse(false);
    }

    /** Ends all sessions of a person because he or an administrator wants it; answers how many. */
    @Transactional
    int signOutEverywhere(String person) {
        events.publishEvent(AuditEvent.done(AuditAct.SIGN_OUT_EVERYWHERE).saying(person));
        return endAllOf(List.of(person));
    }

    private int endAllOf(Collection<String> people) {
        return people.isEmpty()
                ? 0
                : jdbc.sql("delete from lienket.spring_session where principal_name in (:people)")
                        .param("people", people)
                        .update();
    }

    /** In the transaction of the change: what a session says of groups and channels is true, or there is no session. */
    @EventListener
    void on(AccountsChanged changed) {
        endAllOf(changed.ids());
    }

    private static String nameOf(String sessionId) {
        return DigestUtils.sha256Hex(sessionId).substring(0, 32);
    }
}
