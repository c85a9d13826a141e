package vn.lienket.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way an indicator should move. */
public enum Direction {
    MORE("số càng lớn càng tốt"),
    /** As for a delay, or a rank: the first place is the best one. */
    LESS("số càng nhỏ càng tốt");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The word in the API and in files, e.g. {@code more}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese words; they speak of the number, because a high rank is a small one. */
    public String label() {
        return label;
    }

    public static Optional<Direction> of(String code) {
        return Arrays.stream(values())
                .filter(direction -> direction.code().equals(code))
                .findFirst();
    }

    /** Whether a value is as good as the target or better. */
    public boolean reached(BigDecimal value, BigDecimal target) {
        int difference = value.compareTo(target);
        return this == MORE ? difference >= 0 : difference <= 0;
    }

    /**
     * Whether a target may be set: one that is worse than what there was before is none.
     *
     * @param baseline null allows every target
     */
    public boolean allows(BigDecimal target, BigDecimal baseline) {
        return baseline == null || reached(target, baseline);
    }
}
