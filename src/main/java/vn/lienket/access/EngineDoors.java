package vn.lienket.access;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienket.engine.PasswordCheck;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** The engine's doors that ask for a password, such as the one that sets a new password. */
@Component
class EngineDoors implements PasswordCheck {

    private final SignIn signIn;
    private final CurrentUser currentUser;

    EngineDoors(SignIn signIn, CurrentUser currentUser) {
        this.signIn = signIn;
        this.currentUser = currentUser;
    }

    /** The password is enough of whoever has signed in, and so has shown his second factor if he has one; of nobody else. */
    @Override
    public boolean accepts(String userId, String password) {
        if (currentUser.find().map(User::id).filter(userId::equals).isEmpty()) {
            return signIn.verify(userId, password, address()).accepted();
        }
        Outcome outcome = signIn.verifyAgain(userId, password, address());
        return switch (outcome.kind()) {
            case WAIT, BUSY -> throw ProblemException.forbidden(outcome.sentence());
            default -> outcome.accepted();
        };
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
