package vn.lienket.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import vn.lienket.password.PasswordHashing;

/** Passwords that were hashed before Argon2id came; a stored hash is checked by the encryptor of its name. */
class Pbkdf2PasswordEncryptor implements PasswordEncryptor {

    private static final int ITERATIONS = 60_000;
    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder encoder =
            new Pbkdf2PasswordEncoder("", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    private final PasswordHashing hashing;

    Pbkdf2PasswordEncryptor(PasswordHashing hashing) {
        this.hashing = hashing;
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return hashing.inTurn(() -> encoder.matches(password, encrypted));
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA256-" + ITERATIONS;
    }
}
