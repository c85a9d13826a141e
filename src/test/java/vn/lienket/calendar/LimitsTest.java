package vn.lienket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import vn.lienket.yaml.InvalidFileException;

class LimitsTest {

    @Test
    void everyLimitHasItsNumber() {
        Limits limits = ShippedRules.limits();

        assertThat(limits.of(Limit.MONEY)).isEqualTo(1_000_000_000_000L);
        assertThat(limits.of(Limit.ROWS)).isEqualTo(50);
        assertThat(limits.today().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Limit.values()).map(Limit::id).toList());
    }

    @Test
    void everyNumberOfTheFileIsALimit() {
        assertThat(DatedNumbers.read(DatedNumbers.Kind.LIMIT, ShippedRules.shipped("limits"))
                        .names())
                .isEqualTo(ShippedRules.limits().today().keySet());
    }

    @Test
    void aNewLimitAppliesFromItsDay() throws IOException {
        Resource file = ShippedRules.shippedWith("limits", row("rows", "60", "2027-01-01"));

        assertThat(ShippedRules.limits(file, ShippedRules.noonOf("2026-12-31")).of(Limit.ROWS))
                .isEqualTo(50);
        assertThat(ShippedRules.limits(file, ShippedRules.noonOf("2027-01-01")).today())
                .containsEntry("rows", 60L)
                .containsEntry("experts", 3L);
    }

    @Test
    void anUnknownLimitIsRefused() throws IOException {
        Resource file = ShippedRules.shippedWith("limits", row("row", "60", "2027-01-01"));

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> ShippedRules.limits(file, ShippedRules.noonOf("2027-01-01")))
                .withMessageStartingWith("Danh mục giới hạn (")
                .withMessageContaining("không có giới hạn 'row'");
    }

    private static String row(String limit, String most, String from) {
        return "- { limit: %s, most: %s, from: \"%s\", citation: \"QĐ 1\" }".formatted(limit, most, from);
    }
}
