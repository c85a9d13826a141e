package vn.lienket.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.audit.AuditEvent.Fact;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;

/** Writes down what others publish. */
@Component
class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MAX_WORD = 200;
    private static final int MAX_TEXT = 2000;
    private static final Set<Fact> TEXTS = EnumSet.of(Fact.DOOR, Fact.DETAIL);

    private final Trail trail;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Repetitions repetitions;
    private final TransactionTemplate ofItsOwn;

    AuditTrail(Trail trail, CurrentUser currentUser, Clock clock, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.currentUser = currentUser;
        this.clock = clock;
        this.repetitions = new Repetitions(clock);
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(AuditEvent event) {
        AuditEvent complete = complete(event);
        if (event.outcome() == AuditEvent.Outcome.DONE) {
            trail.add(complete, clock.instant());
        } else if (!(TransactionSynchronizationManager.isActualTransactionActive()
                && RequestWatch.atTheEnd(() -> keep(complete)))) {
            keep(complete);
        }
    }

    /** Writes how often what is not written any more was repeated. */
    void sumUp() {
        repetitions.over().forEach(this::write);
    }

    private void keep(AuditEvent refused) {
        repetitions.admit(refused).ifPresent(this::write);
    }

    // the refusal stands whether it can be told or not
    private void write(AuditEvent refused) {
        try {
            ofItsOwn.executeWithoutResult(status -> trail.add(refused, clock.instant()));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("Not in the audit trail: {}", refused, e);
        }
    }

    private AuditEvent complete(AuditEvent event) {
        String actor = event.fact(Fact.ACTOR);
        String organisation = event.fact(Fact.ORGANISATION);
        if (actor == null || organisation == null) {
            Optional<User> user = currentUser.find();
            String who = actor != null ? actor : user.map(User::id).orElse(null);
            actor = who;
            organisation = organisation != null
                    ? organisation
                    : user.filter(found -> found.id().equals(who))
                            .map(User::organisation)
                            .orElse(null);
        }
        Optional<HttpServletRequest> request = RequestWatch.current();
        AuditEvent complete = event.by(actor)
                .ofOrganisation(organisation)
                .from(
                        said(event, Fact.ADDRESS, request.map(HttpServletRequest::getRemoteAddr)),
                        said(event, Fact.DOOR, request.map(RequestWatch::door)));
        for (Map.Entry<Fact, String> fact : complete.facts().entrySet()) {
            complete = complete.with(
                    fact.getKey(), cut(fact.getValue(), TEXTS.contains(fact.getKey()) ? MAX_TEXT : MAX_WORD));
        }
        return complete;
    }

    private static String said(AuditEvent event, Fact fact, Optional<String> otherwise) {
        return event.fact(fact) != null ? event.fact(fact) : otherwise.orElse(null);
    }

    // callers' words: no signs that move a cursor or end a line, nothing longer than anybody reads
    private static String cut(String value, int length) {
        String printable = value.replaceAll("\\p{Cntrl}|[\\uD800-\\uDFFF]", "?");
        return printable.length() <= length ? printable : printable.substring(0, length);
    }
}
