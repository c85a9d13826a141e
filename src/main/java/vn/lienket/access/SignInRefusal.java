package vn.lienket.access;

import java.util.Optional;
import org.springframework.security.core.AuthenticationException;

/** Why a sign-in was refused, with its HTTP status and what the person reads. */
class SignInRefusal extends AuthenticationException {

    private static final String NOT_SIGNED_IN = "Bạn chưa đăng nhập, hoặc tên đăng nhập hay mật khẩu không đúng.";

    private final int status;
    private final String sentence;
    private final Long wait;

    SignInRefusal(int status, String sentence, Long wait) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
        this.wait = wait;
    }

    static SignInRefusal wrong() {
        return new SignInRefusal(401, NOT_SIGNED_IN, null);
    }

    /** The refusal itself, or the one that says no more than that nobody is signed in. */
    static SignInRefusal of(AuthenticationException exception) {
        return exception instanceof SignInRefusal refusal ? refusal : wrong();
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    /** In how many seconds it makes sense to try again. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(wait).map(String::valueOf);
    }
}
