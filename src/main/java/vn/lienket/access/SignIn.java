package vn.lienket.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import vn.lienket.engine.Passwords;
import vn.lienket.engine.StoredPassword;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.password.PasswordHashing;

/**
 * Checks who somebody is. Every wrong attempt makes the next one wait, by account and by where it comes from ({@link Attempts}); the
 * waits end by themselves and are the same at every node. An unknown name gets the same answer in the same time as a wrong password.
 * No method needs or wants a transaction around it. The address of a request is the one a trusted proxy gives.
 */
@Service
public class SignIn {

    private final Passwords passwords;
    private final Parties parties;
    private final Attempts attempts;
    private final VerifiedCredentials verified;
    private final SecondFactors secondFactors;

    SignIn(
            Passwords passwords,
            Parties parties,
            Attempts attempts,
            VerifiedCredentials verified,
            SecondFactors secondFactors) {
        this.passwords = passwords;
        this.parties = parties;
        this.attempts = attempts;
        this.verified = verified;
        this.secondFactors = secondFactors;
    }

    /** As {@link #verify(String, String, String, String)}, in a browser that nobody knows. */
    public Outcome verify(String userId, String password, String address) {
        return verify(userId, password, address, null);
    }

    /**
     * The form login: accepted at once, or the password is right and {@link #verifyCode} or an enrolment must follow.
     *
     * @param device the token of {@link #device}, if the browser shows one, or null
     */
    public Outcome verify(String userId, String password, String address, String device) {
        return attempt(
                userId,
                address,
                known(userId, device),
                () -> right(userId, password).isEmpty()
                        ? Outcome.REFUSED
                        : switch (secondFactors.state(userId)) {
                            case NONE -> Outcome.ACCEPTED;
                            case ENROLLED -> Outcome.SECOND_FACTOR;
                            case TO_ENROL -> Outcome.ENROLMENT;
                        });
    }

    /** As {@link #verifyCode(String, String, String, String)}, in a browser that nobody knows. */
    public Outcome verifyCode(String userId, String code, String address) {
        return verifyCode(userId, code, address, null);
    }

    /**
     * The second step of the form login: a code of the authenticator, or a recovery code. To be asked only of whom {@link #verify} has
     * just answered {@code SECOND_FACTOR}. Each code works once.
     *
     * @param device as at {@link #verify}
     */
    public Outcome verifyCode(String userId, String code, String address, String device) {
        return attempt(
                userId,
                address,
                known(userId, device),
                () -> secondFactors.accepts(userId, code) ? Outcome.ACCEPTED : Outcome.WRONG_CODE);
    }

    /**
     * Ends the enrolment that {@link SecondFactors#enrol} began: from the first right code on, the second factor works, and whoever was
     * answered {@code ENROLMENT} is signed in.
     */
    public Outcome confirmSecondFactor(String userId, String code, String address) {
        return attempt(
                userId,
                address,
                null,
                () -> secondFactors.confirm(userId, code) ? Outcome.ACCEPTED : Outcome.WRONG_CODE);
    }

    /**
     * No more than the password, of somebody who is signed in already: before he changes it, or his second factor. A wrong one counts
     * as an attempt to sign in.
     */
    public Outcome verifyAgain(String userId, String password, String address) {
        return attempt(
                userId, address, null, () -> right(userId, password).isEmpty() ? Outcome.REFUSED : Outcome.ACCEPTED);
    }

    /**
     * HTTP Basic, which gives the password with every request. What this node has found right within the last five minutes is accepted
     * at the cost of reading the stored hash: while that is unchanged and the person active, and even while others' wrong attempts
     * make the account wait, so that who guesses cannot shut a machine out. Everything else is an attempt like any other, and
     * during a wait not even the right password is looked at. Whoever needs or has a second factor cannot come this way.
     */
    public Outcome verifyBasic(String userId, String password, String address) {
        Optional<StoredPassword> stored = stored(userId);
        if (stored.isPresent()
                && verified.contains(userId, password, stored.get())
                && secondFactors.state(userId) == SecondFactors.State.NONE) {
            return Outcome.ACCEPTED;
        }
        return verified.once(userId, password, () -> attempt(userId, address, null, () -> basic(userId, password)));
    }

    private Outcome basic(String userId, String password) {
        Optional<StoredPassword> found = right(userId, password);
        if (found.isEmpty()) {
            return Outcome.REFUSED;
        }
        if (secondFactors.state(userId) != SecondFactors.State.NONE) {
            return Outcome.FORM_ONLY;
        }
        verified.add(userId, password, found.get());
        return Outcome.ACCEPTED;
    }

    /** Forgets the wrong attempts on an account. */
    public void forgive(String userId) {
        attempts.forgive(userId);
    }

    /** A token by which the browser in which this person has just signed in is known the next time; empty for who has no password. */
    Optional<String> device(String userId) {
        return stored(userId).map(password -> KnownDevice.issue(userId, password));
    }

    private String known(String userId, String device) {
        return device == null
                ? null
                : stored(userId)
                        .flatMap(password -> KnownDevice.id(device, userId, password))
                        .orElse(null);
    }

    private Outcome attempt(String userId, String address, String device, Supplier<Outcome> check) {
        return attempts.reserve(userId, address, device).map(Outcome::waitFor).orElseGet(() -> {
            Outcome outcome = checked(check);
            switch (outcome.kind()) {
                case ACCEPTED -> attempts.succeeded(userId, address, device);
                case SECOND_FACTOR, ENROLMENT, FORM_ONLY, BUSY -> attempts.release(userId, address, device);
                case REFUSED, WRONG_CODE, WAIT -> {
                    // counted already
                }
            }
            return outcome;
        });
    }

    private static Outcome checked(Supplier<Outcome> check) {
        try {
            return check.get();
        } catch (PasswordHashing.BusyException busy) {
            return Outcome.BUSY;
        }
    }

    /** What is stored for him, hashed anew if need be; empty if it is not the password of an active person. */
    private Optional<StoredPassword> right(String userId, String password) {
        Optional<StoredPassword> stored = stored(userId);
        if (stored.isEmpty()) {
            StoredPassword.ofNobody().matches(password);
            return Optional.empty();
        }
        return stored.filter(found -> found.matches(password))
                .map(found -> found.outdated() ? renewed(userId, password, found) : found);
    }

    private StoredPassword renewed(String userId, String password, StoredPassword old) {
        StoredPassword renewed = StoredPassword.of(password);
        return passwords.renew(userId, old, renewed) ? renewed : old;
    }

    /** Whoever is not in the directory, such as the administrator, is active as long as he has a password. */
    private Optional<StoredPassword> stored(String userId) {
        boolean possible = userId.indexOf('\0') < 0
                && parties.person(userId).map(Person::active).orElse(true);
        return possible ? passwords.stored(userId) : Optional.empty();
    }
}
