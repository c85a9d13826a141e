package vn.lienket.access;

import java.time.Duration;
import vn.lienket.problem.Sentences;

/**
 * What an attempt to sign in has come to.
 *
 * @param retryAfter how long the next attempt has to wait; zero unless the kind is {@link Kind#WAIT}
 */
public record Outcome(Kind kind, Duration retryAfter) {

    /** The kinds of outcome. */
    public enum Kind {
        /** He is who he says. */
        ACCEPTED,
        /** The password is right, and a code of the second factor must follow. */
        SECOND_FACTOR,
        /** The password is right, and his role asks for a second factor, which he has to enrol first. */
        ENROLMENT,
        /** The password is right, but HTTP Basic cannot ask for the second factor that he needs or has. */
        FORM_ONLY,
        /** Wrong password, no such user, or no longer active. */
        REFUSED,
        /** Wrong code, or one that has been used. */
        WRONG_CODE,
        /** Nothing was checked: too many wrong attempts on this account or from this address. */
        WAIT,
        /** Nothing was checked: too many people sign in at this moment. */
        BUSY
    }

    static final Outcome ACCEPTED = new Outcome(Kind.ACCEPTED);
    static final Outcome SECOND_FACTOR = new Outcome(Kind.SECOND_FACTOR);
    static final Outcome ENROLMENT = new Outcome(Kind.ENROLMENT);
    static final Outcome FORM_ONLY = new Outcome(Kind.FORM_ONLY);
    static final Outcome WRONG_CODE = new Outcome(Kind.WRONG_CODE);
    static final Outcome REFUSED = new Outcome(Kind.REFUSED);
    static final Outcome BUSY = new Outcome(Kind.BUSY);

    private Outcome(Kind kind) {
        this(kind, Duration.ZERO);
    }

    static Outcome waitFor(Duration retryAfter) {
        return new Outcome(Kind.WAIT, retryAfter);
    }

    public boolean accepted() {
        return kind == Kind.ACCEPTED;
    }

    /** Whole seconds for {@code Retry-After}, at least one where there is something to wait for. */
    public long retryAfterSeconds() {
        return switch (kind) {
            case WAIT -> Math.max(1, retryAfter.plusMillis(999).toSeconds());
            case BUSY -> 5;
            default -> 0;
        };
    }

    /** What the person reads. */
    public String sentence() {
        return switch (kind) {
            case ACCEPTED -> "Đã đăng nhập.";
            case SECOND_FACTOR -> "Hãy nhập mã xác thực của ứng dụng trên điện thoại.";
            case ENROLMENT -> "Vai trò của bạn cần mã xác thực. Hãy đăng ký ứng dụng xác thực trước.";
            case FORM_ONLY -> "Tài khoản này cần mã xác thực nên chỉ đăng nhập được ở trang web.";
            case WRONG_CODE -> "Mã không đúng hoặc đã được dùng.";
            case REFUSED -> "Tên đăng nhập hay mật khẩu không đúng.";
            case WAIT -> "Đã thử sai nhiều lần. Hãy thử lại sau %s.".formatted(written(retryAfterSeconds()));
            case BUSY -> Sentences.TOO_MANY_SIGN_INS;
        };
    }

    private static String written(long seconds) {
        return seconds < 60 ? seconds + " giây" : (seconds + 59) / 60 + " phút";
    }
}
