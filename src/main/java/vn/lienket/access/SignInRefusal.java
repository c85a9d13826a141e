package vn.lienket.access;

import java.util.Optional;
import org.springframework.security.core.AuthenticationException;

/** Why a sign-in was refused, or is not complete yet. */
class SignInRefusal extends AuthenticationException {

    private static final String NOT_SIGNED_IN = "Bạn chưa đăng nhập, hoặc tên đăng nhập hay mật khẩu không đúng.";

    private final String userId;
    private final transient Outcome outcome;

    SignInRefusal(String userId, Outcome outcome) {
        super(outcome.sentence());
        this.userId = userId;
        this.outcome = outcome;
    }

    /** The refusal itself, or the one that says no more than that nobody is signed in. */
    static SignInRefusal of(AuthenticationException exception) {
        return exception instanceof SignInRefusal refusal ? refusal : new SignInRefusal(null, Outcome.REFUSED);
    }

    String userId() {
        return userId;
    }

    Outcome.Kind kind() {
        return outcome.kind();
    }

    int status() {
        return switch (outcome.kind()) {
            case WAIT -> 429;
            case BUSY -> 503;
            case FORM_ONLY -> 403;
            default -> 401;
        };
    }

    String sentence() {
        return outcome.kind() == Outcome.Kind.REFUSED ? NOT_SIGNED_IN : outcome.sentence();
    }

    /** In how many seconds it makes sense to try again. */
    Optional<String> retryAfter() {
        return Optional.of(outcome.retryAfterSeconds())
                .filter(seconds -> seconds > 0)
                .map(String::valueOf);
    }
}
