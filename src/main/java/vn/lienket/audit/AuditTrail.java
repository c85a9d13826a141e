package vn.lienket.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
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
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;

/** Writes down what others publish. */
@Component
class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MAX_WORD = 200;
    private static final int MAX_TEXT = 2000;

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
        Optional<User> user =
                event.actor() != null && event.organisation() != null ? Optional.empty() : currentUser.find();
        Optional<HttpServletRequest> request = RequestWatch.current();
        String actor =
                event.actor() != null ? event.actor() : user.map(User::id).orElse(null);
        String organisation = event.organisation() != null
                ? event.organisation()
                : user.filter(found -> found.id().equals(actor))
                        .map(User::organisation)
                        .orElse(null);
        return new AuditEvent(
                event.act(),
                event.outcome(),
                word(actor),
                word(event.onBehalfOf()),
                word(event.caseCode()),
                word(event.taskId()),
                word(event.documentId()),
                word(event.channel()),
                word(organisation),
                word(
                        event.address() != null
                                ? event.address()
                                : request.map(HttpServletRequest::getRemoteAddr).orElse(null)),
                text(
                        event.door() != null
                                ? event.door()
                                : request.map(RequestWatch::door).orElse(null)),
                text(event.detail()));
    }

    private static String word(String value) {
        return cut(value, MAX_WORD);
    }

    private static String text(String value) {
        return cut(value, MAX_TEXT);
    }

    // callers' words: no signs that move a cursor or end a line, nothing longer than anybody reads
    private static String cut(String value, int length) {
        if (value == null) {
            return null;
        }
        String printable = value.replaceAll("\\p{Cntrl}|[\\uD800-\\uDFFF]", "?");
        return printable.length() <= length ? printable : printable.substring(0, length);
    }
}
