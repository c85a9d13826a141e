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
 * Checks who somebody is. Every wrong attempt makes the next one wait, by account and by address; the waits end by themselves and are
 * the same at every node. An unknown name gets the same answer in the same time as a wrong password. No method needs or wants a
 * transaction around it. The address of a request is the one a trusted proxy gives.
 */
@Service
public class SignIn {

    private final Passwords passwords;
    private final Parties parties;
    private final Attempts attempts;
    private final VerifiedCredentials verified;

    SignIn(Passwords passwords, Parties parties, Attempts attempts, VerifiedCredentials verified) {
        this.passwords = passwords;
        this.parties = parties;
        this.attempts = attempts;
        this.verified = verified;
    }

    /** The form login. */
    public Outcome verify(String userId, String password, String address) {
        return attempt(
                userId,
                address,
                () -> right(userId, password).map(stored -> Outcome.ACCEPTED).orElse(Outcome.REFUSED));
    }

    /**
     * HTTP Basic, which gives the password with every request. What this node has found right within the last five minutes is accepted
     * at the cost of reading the stored hash: while that is unchanged and the person active, and even while others' wrong attempts
     * make the account wait, so that who guesses cannot shut a machine out. Everything else is an attempt like any other, and
     * during a wait not even the right password is looked at.
     */
    public Outcome verifyBasic(String userId, String password, String address) {
        Optional<StoredPassword> stored = stored(userId);
        if (stored.isPresent() && verified.contains(userId, password, stored.get())) {
            return Outcome.ACCEPTED;
        }
        return verified.once(
                userId,
                password,
                () -> attempt(
                        userId,
                        address,
                        () -> right(userId, password)
                                .map(found -> {
                                    verified.add(userId, password, found);
                                    return Outcome.ACCEPTED;
                                })
                                .orElse(Outcome.REFUSED)));
    }

    /** Forgets the wrong attempts on an account. */
    public void forgive(String userId) {
        attempts.forgive(userId);
    }

    private Outcome attempt(String userId, String address, Supplier<Outcome> check) {
        return attempts.reserve(userId, address).map(Outcome::waitFor).orElseGet(() -> {
            Outcome outcome = checked(check);
            switch (outcome.kind()) {
                case ACCEPTED -> attempts.succeeded(userId, address);
                case SECOND_FACTOR, ENROLMENT, BUSY -> attempts.release(userId, address);
                case REFUSED, WAIT -> {
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
