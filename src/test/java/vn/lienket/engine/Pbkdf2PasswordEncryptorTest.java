package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;

class Pbkdf2PasswordEncryptorTest {

    private final PasswordManager passwords = new PasswordManager(new Pbkdf2PasswordEncryptor(), List.of());

    @Test
    void aHashNamesItsIterationsFitsTheColumnAndIsNeverTheSame() {
        String hash = passwords.encrypt("mật khẩu đủ dài");

        assertThat(hash).startsWith("{PBKDF2-SHA256-60000}").hasSizeLessThan(255);
        assertThat(passwords.encrypt("mật khẩu đủ dài")).isNotEqualTo(hash);
        assertThat(passwords.check("mật khẩu đủ dài", hash)).isTrue();
        assertThat(passwords.check("mật khẩu đủ dàì", hash)).isFalse();
    }

    @Test
    void passwordsOfBeforeStillWork() {
        String hash = new PasswordManager(new Sha512HashDigest(), List.of()).encrypt("lienket");

        assertThat(passwords.check("lienket", hash)).isTrue();
        assertThat(passwords.check("Lienket", hash)).isFalse();
    }
}
