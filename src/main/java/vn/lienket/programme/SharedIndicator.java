package vn.lienket.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An indicator by which several activities of a field are measured.
 *
 * @param activities how many
 * @param newest the newest value of each that has one
 */
public record SharedIndicator(
        String cooperationField,
        String name,
        String unit,
        IndicatorKind kind,
        int activities,
        List<BigDecimal> newest) {

    /** What the newest values come to together, if this kind adds up. */
    public Optional<BigDecimal> total() {
        return kind.total(newest);
    }
}
