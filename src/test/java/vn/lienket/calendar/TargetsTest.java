package vn.lienket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import vn.lienket.calendar.Targets.Target;
import vn.lienket.yaml.InvalidFileException;

class TargetsTest {

    @Test
    void aNewTargetAppliesFromItsDayWithItsSource() throws IOException {
        Resource file = ShippedRules.shippedWith("targets", row("98"));

        assertThat(ShippedRules.targets(file, ShippedRules.noonOf("2026-12-31")).onTime())
                .isEqualTo(new Target(95, "đề xuất nội bộ, chưa có văn bản quy định"));
        assertThat(ShippedRules.targets(file, ShippedRules.noonOf("2027-01-01")).onTime())
                .isEqualTo(new Target(98, "QĐ 1"));
    }

    @Test
    void moreThanEverythingIsRefused() throws IOException {
        Resource file = ShippedRules.shippedWith("targets", row("101"));

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> ShippedRules.targets(file, ShippedRules.noonOf("2027-01-01")))
                .withMessageStartingWith("Danh mục mục tiêu (");
    }

    private static String row(String percent) {
        return "- { target: onTime, percent: %s, from: \"2027-01-01\", citation: \"QĐ 1\" }".formatted(percent);
    }
}
