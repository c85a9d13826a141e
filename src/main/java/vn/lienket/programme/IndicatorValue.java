package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A value of an activity's indicator.
 *
 * @param activity case code
 * @param document id of where it comes from, or null
 * @param enteredBy user id
 * @param reason why it corrects another one; null for one that corrects none
 * @param replacedBy the value that corrects this one, or null
 */
public record IndicatorValue(
        UUID id,
        String activity,
        BigDecimal value,
        LocalDate measuredOn,
        UUID document,
        String reason,
        String enteredBy,
        Instant enteredAt,
        UUID replacedBy,
        Instant replacedAt) {

    /** Of a series by day, the value measured last that nothing corrects. */
    public static Optional<IndicatorValue> newest(List<IndicatorValue> series) {
        return series.stream().filter(value -> !value.replaced()).reduce((earlier, later) -> later);
    }

    /** Whether it has been corrected. */
    public boolean replaced() {
        return replacedBy != null;
    }
}
