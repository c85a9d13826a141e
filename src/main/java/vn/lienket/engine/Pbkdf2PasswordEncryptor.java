package vn.lienket.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords so slowly that a stolen database does not give them away; Camunda's own hash is one round of SHA-512. The name
 * carries the iterations, because stored hashes are checked by the encryptor of their name; Camunda's are still accepted.
 */
class Pbkdf2PasswordEncryptor implements PasswordEncryptor {

    // 14 ms on a 2-core machine: HTTP Basic checks at every request, a first start hashes for everybody
    private static final int ITERATIONS = 60_000;
    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder encoder =
            new Pbkdf2PasswordEncoder("", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA256-" + ITERATIONS;
    }
}
