package vn.lienket.access;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienket.engine.PasswordCheck;
import vn.lienket.problem.ProblemException;

/** The engine's doors that ask for a password, such as the one that sets a new password. */
@Component
class EngineDoors implements PasswordCheck {

    private final SignIn signIn;

    EngineDoors(SignIn signIn) {
        this.signIn = signIn;
    }

    /** No more than the password: whoever changes his own has signed in, with his second factor if he has one. */
    @Override
    public boolean accepts(String userId, String password) {
        Outcome outcome = signIn.verify(userId, password, address());
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
