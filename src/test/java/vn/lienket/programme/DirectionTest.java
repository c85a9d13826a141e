package vn.lienket.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DirectionTest {

    @ParameterizedTest
    @CsvSource({
        "MORE, 95, 95, true",
        "MORE, 95.01, 95, true",
        "MORE, 94.99, 95, false",
        "MORE, 95.00, 95, true",
        "LESS, 15, 15, true",
        "LESS, 14, 15, true",
        "LESS, 16, 15, false",
        "LESS, 15.0, 15, true"
    })
    void tellsWhetherATargetIsReached(Direction direction, BigDecimal value, BigDecimal target, boolean reached) {
        assertThat(direction.reached(value, target)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "MORE, 48000, 45000, true",
        "MORE, 45000, 45000, true",
        "MORE, 44999, 45000, false",
        "LESS, 15, 19, true",
        "LESS, 19, 19, true",
        "LESS, 20, 19, false"
    })
    void aTargetIsNeverWorseThanTheBaseline(
            Direction direction, BigDecimal target, BigDecimal baseline, boolean allowed) {
        assertThat(direction.allows(target, baseline)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource
    void withoutABaselineEveryTargetIsAllowed(Direction direction) {
        assertThat(direction.allows(BigDecimal.ZERO, null)).isTrue();
    }

    @Test
    void hasACodeAndALabel() {
        assertThat(Direction.values()).extracting(Direction::code).containsExactly("more", "less");
        assertThat(Direction.MORE.label()).isEqualTo("số càng lớn càng tốt");
        assertThat(Direction.LESS.label()).isEqualTo("số càng nhỏ càng tốt");
        assertThat(Direction.of("less")).contains(Direction.LESS);
        assertThat(Direction.of("LESS")).isEmpty();
        assertThat(Direction.of(null)).isEmpty();
    }
}
