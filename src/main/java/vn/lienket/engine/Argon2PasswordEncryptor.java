package vn.lienket.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import vn.lienket.password.PasswordHashing;

/** New passwords: so costly to guess that a stolen database does not give them away. Camunda's own hash is one round of SHA-512. */
class Argon2PasswordEncryptor implements PasswordEncryptor {

    static final String NAME = "ARGON2ID";

    private final PasswordHashing hashing;

    Argon2PasswordEncryptor(PasswordHashing hashing) {
        this.hashing = hashing;
    }

    @Override
    public String encrypt(String password) {
        return hashing.hash(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return hashing.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
