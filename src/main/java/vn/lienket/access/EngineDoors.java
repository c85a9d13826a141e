package vn.lienket.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.engine.PasswordCheck;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** The engine's doors that ask for a password, such as the one that sets a new password. */
@Component
class EngineDoors implements PasswordCheck {

    private final SignIn signIn;
    private final ApplicationEventPublisher events;
    private final CurrentUser currentUser;

    EngineDoors(SignIn signIn, ApplicationEventPublisher events, CurrentUser currentUser) {
        this.signIn = signIn;
        this.events = events;
        this.currentUser = currentUser;
    }

    /** The password is enough of whoever has signed in, and so has shown his second factor if he has one; of nobody else. */
    @Override
    public boolean accepts(String userId, String password) {
        if (currentUser.find().map(User::id).filter(userId::equals).isEmpty()) {
            return told(signIn.verify(userId, password, address())).accepted();
        }
        Outcome outcome = told(signIn.verifyAgain(userId, password, address()));
        return switch (outcome.kind()) {
            case WAIT, BUSY -> throw ProblemException.forbidden(outcome.sentence());
            default -> outcome.accepted();
        };
    }

    /** By whoever is signed in, whosever password it was to be. */
    private Outcome told(Outcome outcome) {
        if (!outcome.accepted()) {
            events.publishEvent(AuditEvent.refused(AuditAct.SIGN_IN_WRONG));
        }
        return outcome;
    }

    @Override
    public void forgive(String userId) {
        signIn.forgive(userId);
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
