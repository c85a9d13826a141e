package vn.lienket.engine;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import vn.lienket.password.PasswordHashing;

/**
 * A password as the engine's table of users keeps it.
 *
 * @param hash the algorithm in braces, then its hash of password and salt
 */
public record StoredPassword(String hash, String salt) {

    private static final PasswordHashing HASHING = new PasswordHashing();
    private static final String TODAYS = "{" + Argon2PasswordEncryptor.NAME + "}";
    private static final PasswordManager MANAGER = new PasswordManager(today(), former());

    static PasswordEncryptor today() {
        return new Argon2PasswordEncryptor(HASHING);
    }

    static List<PasswordEncryptor> former() {
        return List.of(new Pbkdf2PasswordEncryptor(HASHING));
    }

    /** A new hash; see {@link PasswordHashing.BusyException}. */
    public static StoredPassword of(String password) {
        String salt = new Default16ByteSaltGenerator().generateSalt();
        return new StoredPassword(MANAGER.encrypt(EncryptionUtil.saltPassword(password, salt)), salt);
    }

    /** The password of somebody who does not exist: no password matches it, and to find that out takes as long as with others. */
    public static StoredPassword ofNobody() {
        return Nobody.PASSWORD;
    }

    /** Costs a core for some 30 ms; see {@link PasswordHashing.BusyException}. */
    public boolean matches(String password) {
        return MANAGER.check(EncryptionUtil.saltPassword(password, salt), hash);
    }

    /** Whether it was hashed in a way that new passwords no longer are. */
    public boolean outdated() {
        return !hash.startsWith(TODAYS) || HASHING.isOutdated(hash.substring(TODAYS.length()));
    }

    @Override
    public String toString() {
        return "StoredPassword";
    }

    private static final class Nobody {

        private static final StoredPassword PASSWORD =
                StoredPassword.of(UUID.randomUUID().toString());
    }
}
