package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;

class StoredPasswordTest {

    @Test
    void aHashNamesItsParametersFitsTheColumnAndIsNeverTheSame() {
        StoredPassword stored = StoredPassword.of("mật khẩu đủ dài");

        assertThat(stored.hash())
                .startsWith("{ARGON2ID}$argon2id$v=19$m=19456,t=2,p=1$")
                .hasSizeLessThan(255);
        assertThat(StoredPassword.of("mật khẩu đủ dài").hash()).isNotEqualTo(stored.hash());
        assertThat(stored.matches("mật khẩu đủ dài")).isTrue();
        assertThat(stored.matches("mật khẩu đủ dàì")).isFalse();
        assertThat(stored.outdated()).isFalse();
        assertThat(stored).hasToString("StoredPassword");
    }

    @Test
    void passwordsOfBeforeStillWorkAndAreOutdated() {
        PasswordManager former = new PasswordManager(StoredPassword.former().get(0), List.of());
        PasswordManager camundas = new PasswordManager(new Sha512HashDigest(), List.of());

        for (PasswordManager manager : List.of(former, camundas)) {
            StoredPassword stored = new StoredPassword(manager.encrypt("lienketmuối"), "muối");
            assertThat(stored.matches("lienket")).isTrue();
            assertThat(stored.matches("Lienket")).isFalse();
            assertThat(stored.outdated()).isTrue();
        }
    }

    @Test
    void weakerParametersAreOutdated() {
        assertThat(new StoredPassword("{ARGON2ID}$argon2id$v=19$m=4096,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g", "").outdated())
                .isTrue();
    }

    @Test
    void nobodysPasswordIsNone() {
        assertThat(StoredPassword.ofNobody().matches("")).isFalse();
        assertThat(StoredPassword.ofNobody().matches("nobody")).isFalse();
    }
}
