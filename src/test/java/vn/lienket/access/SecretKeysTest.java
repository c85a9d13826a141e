package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.mode.StartRefusedException;

class SecretKeysTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theEmbeddedModeKeepsAKeyOfItsOwnForNobodyElse() throws Exception {
        byte[] sealed = keys("embedded", Set.of(), "").box().orElseThrow().seal(new byte[] {1, 2, 3}, "admin");

        assertThat(keys("embedded", Set.of("leader"), "").box().orElseThrow().open(sealed, "admin"))
                .containsExactly(1, 2, 3);
        assertThat(Files.getPosixFilePermissions(directory.resolve("secret.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void productionNeedsAKeyOnlyIfARoleAsksForCodes() {
        assertThat(keys("production", Set.of(), "").box()).isEmpty();
        assertThat(keys("production", Set.of("manager", "admin"), KEY).box()).isPresent();
        assertThatThrownBy(() -> keys("production", Set.of("manager"), ""))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("LIENKET_SECRET_KEY: chưa đặt");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aKeyOfAnotherLengthAndAnUnknownRoleAreRefused() {
        for (String wrong : new String[] {"kein Base64", "c2hvcnQ="}) {
            assertThatThrownBy(() -> keys("production", Set.of(), wrong))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("LIENKET_SECRET_KEY: phải là 32 byte")
                    .hasMessageNotContaining(wrong);
        }
        assertThatThrownBy(() -> keys("production", Set.of("boss"), KEY))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("boss");
    }

    private SecretKeys keys(String mode, Set<String> roles, String key) {
        return new SecretKeys(new SecondFactorProperties(roles, key), mode, directory);
    }
}
