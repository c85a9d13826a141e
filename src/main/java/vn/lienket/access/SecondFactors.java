package vn.lienket.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.engine.Passwords;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;

/**
 * Codes of an authenticator (TOTP, RFC 6238: six digits, 30 seconds, SHA-1, the only ones that all authenticators know), and recovery
 * codes for who has lost it. Codes are checked by {@link SignIn}, which counts the wrong ones.
 */
@Service
public class SecondFactors {

    /** Where a person stands. */
    enum State {
        /** Needs none and has none. */
        NONE,
        /** Needs one and has none yet. */
        TO_ENROL,
        ENROLLED
    }

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 15;
    private static final int SECRET_BYTES = 20;
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");
    private static final Base32 BASE32 = new Base32();

    private final Authenticators authenticators;
    private final SecretKeys keys;
    private final SecondFactorProperties properties;
    private final Parties parties;
    private final Passwords passwords;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            Authenticators authenticators,
            SecretKeys keys,
            SecondFactorProperties properties,
            Parties parties,
            Passwords passwords,
            Clock clock) {
        this.authenticators = authenticators;
        this.keys = keys;
        this.properties = properties;
        this.parties = parties;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether people can enrol here at all: that takes a key. */
    public boolean available() {
        return keys.box().isPresent();
    }

    /** Whether his role asks for a second factor. */
    public boolean required(String userId) {
        if (properties.roles().isEmpty()) {
            return false;
        }
        return parties.person(userId).stream()
                        .flatMap(person -> person.roles().stream())
                        .map(Role::id)
                        .anyMatch(properties.roles()::contains)
                || properties.roles().contains(SecondFactorProperties.ADMIN) && passwords.ofAdministrator(userId);
    }

    /** Whether he has one that works. */
    public boolean enrolled(String userId) {
        return authenticators.isConfirmed(userId);
    }

    State state(String userId) {
        if (enrolled(userId)) {
            return State.ENROLLED;
        }
        return required(userId) ? State.TO_ENROL : State.NONE;
    }

    /**
     * Begins an enrolment, or shows the one begun once more. It is of no effect before {@link SignIn#confirmSecondFactor}; 409 if he
     * has a second factor, or nobody can have one here.
     */
    @Transactional
    public Enrolment enrol(String userId) {
        SecretBox box = box();
        if (authenticators.find(userId).isEmpty()) {
            byte[] secret = randomBytes(SECRET_BYTES);
            authenticators.add(userId, box.seal(secret, userId), clock.instant());
        }
        Authenticators.Authenticator begun = authenticators.find(userId).orElseThrow();
        if (begun.confirmed()) {
            throw ProblemException.conflict("Bạn đã đăng ký ứng dụng xác thực.");
        }
        return Enrolment.of(userId, BASE32.encodeToString(box.open(begun.secret(), userId)));
    }

    /** Ten new recovery codes in place of the old ones, to be shown once; 409 without a second factor. */
    @Transactional
    public List<String> renewRecoveryCodes(String userId) {
        if (!enrolled(userId)) {
            throw ProblemException.conflict("Bạn chưa đăng ký ứng dụng xác thực.");
        }
        List<String> codes = Stream.generate(() -> BASE32.encodeToString(randomBytes(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        authenticators.replaceRecoveryCodes(
                userId, codes.stream().map(SecondFactors::hash).toList());
        return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    /** How many recovery codes he has not used. */
    public int recoveryCodesLeft(String userId) {
        return authenticators.recoveryCodes(userId);
    }

    /** Takes the second factor away, whether it works or was only begun; false if there was none. */
    public boolean remove(String userId) {
        return authenticators.remove(userId);
    }

    /** Whether a code of the authenticator or a recovery code is right; it is used up by that. */
    @Transactional
    boolean accepts(String userId, String code) {
        String given = SEPARATORS.matcher(code).replaceAll("");
        return enrolled(userId)
                && (CODE.matcher(given).matches()
                        ? takes(userId, given)
                        : authenticators.useRecoveryCode(userId, hash(given.toUpperCase(Locale.ROOT))));
    }

    /** Makes a begun enrolment work, if the code is right. */
    @Transactional
    boolean confirm(String userId, String code) {
        String given = SEPARATORS.matcher(code).replaceAll("");
        return CODE.matcher(given).matches() && takes(userId, given) && authenticators.confirm(userId, clock.instant());
    }

    private boolean takes(String userId, String code) {
        byte[] secret = authenticators
                .find(userId)
                .map(authenticator -> box().open(authenticator.secret(), userId))
                .orElse(null);
        if (secret == null) {
            return false;
        }
        long stepMillis = generator.getTimeStep().toMillis();
        long now = clock.millis() / stepMillis;
        for (long step = now - 1; step <= now + 1; step++) {
            byte[] expected = generated(secret, Instant.ofEpochMilli(step * stepMillis));
            if (MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.US_ASCII))
                    && authenticators.take(userId, step)) {
                return true;
            }
        }
        return false;
    }

    private byte[] generated(byte[] secret, Instant time) {
        try {
            return generator
                    .generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()), time)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretBox box() {
        return keys.box()
                .orElseThrow(() ->
                        ProblemException.conflict("Hệ thống này chưa bật mã xác thực: thiếu LIENKET_SECRET_KEY."));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** No salt: there is nothing to guess in 80 random bits. */
    private static byte[] hash(String recoveryCode) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(recoveryCode.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
