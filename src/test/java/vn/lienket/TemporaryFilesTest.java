package vn.lienket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    @TempDir
    Path all;

    @Test
    void ofAKilledProcessAreRemovedAndNoOthers() throws Exception {
        Path killed = Files.createDirectory(all.resolve("lienket-run-killed"));
        Path lock = Files.writeString(killed.resolve("lock"), "");
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(60)));
        Files.writeString(killed.resolve("lienket-1.upload"), "nửa tệp");
        Path justBegun = Files.createDirectory(all.resolve("lienket-run-just-begun"));
        Path foreign = Files.writeString(all.resolve("lienket-1.upload"), "của chương trình khác");
        TemporaryFiles living = TemporaryFiles.in(all);

        TemporaryFiles.removeAbandoned(all);

        assertThat(killed).doesNotExist();
        assertThat(justBegun).exists();
        assertThat(foreign).exists();
        assertThat(living.folder()).exists();
        living.remove();
        assertThat(living.folder()).doesNotExist();
    }
}
