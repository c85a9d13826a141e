package vn.lienket.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.yaml.InvalidFileException;

/** Which frameworks there are and which one is used. */
class MaturityFrameworksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path directory;

    @Test
    void theSetThatShipsHasSevenPillarsAndSaysThatItIsNotOfficial() {
        MaturityFramework shipped = new MaturityFrameworks(new MaturityProperties(null))
                .find("internal-2026.1")
                .orElseThrow();

        assertThat(shipped.official()).isFalse();
        assertThat(shipped.status()).isEqualTo("Bộ câu hỏi nội bộ, chưa phải bộ tiêu chí chính thức");
        assertThat(shipped.citation()).contains("1970/QĐ-BTTTT", "2158/QĐ-BTTTT", "1567/QĐ-BKHCN");
        assertThat(shipped.pillars())
                .hasSize(7)
                .allSatisfy(pillar -> assertThat(pillar.questions()).hasSizeGreaterThanOrEqualTo(4));
        assertThat(shipped.levels())
                .extracting(Level::name)
                .containsExactly("Mới bắt đầu", "Nhận thức", "Hình thành", "Nâng cao", "Dẫn dắt");
        assertThat(shipped.levels())
                .extracting(level -> level.from().intValue())
                .containsExactly(0, 20, 40, 60, 80);
    }

    @Test
    void anOfficialOneIsUsedBeforeAnInternalOneWhileItIsInForce() throws IOException {
        write(
                "official.yaml",
                Samples.FRAMEWORK
                        .replace("official: false", "official: true")
                        .replace("version: test-1", "version: official-1")
                        .replace("effectiveTo: 2027-12-31", "effectiveTo: 2026-11-23"));
        MaturityFrameworks frameworks = frameworks();

        assertThat(frameworks.current(TODAY)).map(MaturityFramework::version).hasValue("official-1");
        assertThat(frameworks.current(TODAY.plusDays(1)))
                .map(MaturityFramework::version)
                .hasValue("internal-2026.1");
        assertThat(frameworks.current(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(frameworks.all())
                .extracting(MaturityFramework::version)
                .containsExactly("official-1", "internal-2026.1");
    }

    @Test
    void theNewestOfSeveralInternalOnesIsUsed() throws IOException {
        write("test.yaml", Samples.FRAMEWORK);

        assertThat(frameworks().current(LocalDate.of(2026, 6, 30)))
                .map(MaturityFramework::version)
                .hasValue("internal-2026.1");
        assertThat(frameworks().current(LocalDate.of(2026, 7, 1)))
                .map(MaturityFramework::version)
                .hasValue("test-1");
    }

    @Test
    void aVersionGivenTwiceIsRefusedWithBothFiles() throws IOException {
        write("a.yaml", Samples.FRAMEWORK);
        write("b.yaml", Samples.FRAMEWORK);

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(this::frameworks)
                .withMessageContainingAll("b.yaml", "phiên bản 'test-1' đã có trong", "a.yaml");
    }

    @Test
    void aWrongFileIsNamedWithTheLine() throws IOException {
        write("wrong.yaml", Samples.FRAMEWORK.replace("version: test-1", "version: Bản 1"));

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(this::frameworks)
                .withMessageContainingAll("wrong.yaml", "dòng 1: 'version' của bộ câu hỏi là 'Bản 1'");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        MaturityProperties properties = new MaturityProperties(directory.resolve("nowhere"));

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> new MaturityFrameworks(properties))
                .withMessageContainingAll("nowhere", "lienket.maturity.directory");
    }

    private MaturityFrameworks frameworks() {
        return new MaturityFrameworks(new MaturityProperties(directory));
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(directory.resolve(name), yaml);
    }
}
