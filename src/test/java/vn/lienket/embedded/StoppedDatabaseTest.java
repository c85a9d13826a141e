package vn.lienket.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import vn.lienket.mode.StartRefusedException;

class StoppedDatabaseTest {

    @TempDir
    static Path directory;

    @Test
    void isUsedWhileNobodyElseUsesIt() throws Exception {
        try (EmbeddedDatabase running = EmbeddedDatabase.start(directory)) {
            assertThatThrownBy(() -> StoppedDatabase.use(directory, JdbcConnectionDetails::getJdbcUrl))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("đang được một LienKet khác sử dụng");
        }

        assertThat(StoppedDatabase.use(directory, JdbcConnectionDetails::getJdbcUrl))
                .startsWith("jdbc:postgresql://127.0.0.1:");
    }
}
