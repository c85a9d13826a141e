package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2025-10-01, 2025-12-31, quý IV năm 2025",
        "2026-03-31, 2025-10-01, 2025-12-31, quý IV năm 2025",
        "2026-04-01, 2026-01-01, 2026-03-31, quý I năm 2026",
        "2024-07-15, 2024-04-01, 2024-06-30, quý II năm 2024",
        "2026-12-31, 2026-07-01, 2026-09-30, quý III năm 2026"
    })
    void theLastOneIsThatWhichIsOver(LocalDate day, LocalDate from, LocalDate to, String label) {
        Quarter last = Quarter.lastBefore(day);

        assertThat(last).isEqualTo(new Quarter(from, to));
        assertThat(last.label()).isEqualTo(label);
        assertThat(last.previous().to()).isEqualTo(from.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-03-30", "2026-02-01, 2026-04-30", "2026-01-02, 2026-03-31", "2026-01-01, 2026-06-30"})
    void noOtherTimeIsOne(LocalDate from, LocalDate to) {
        assertThat(Quarter.isQuarter(from, to)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(from, to));
    }

    @Test
    void itBeginsAndEndsAtMidnightInVietnam() {
        Quarter quarter = Quarter.lastBefore(LocalDate.of(2026, 10, 1));

        assertThat(quarter.start()).isEqualTo(Instant.parse("2026-06-30T17:00:00Z"));
        assertThat(quarter.end()).isEqualTo(Instant.parse("2026-09-30T17:00:00Z"));
    }
}
