package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;

/**
 * By what an activity is measured.
 *
 * @param baseline the value before, with its day and source; all null where none is known
 * @param baselineDoubt why the baseline is doubtful, or null
 */
public record ActivityIndicator(
        @Column("indicator_name") String name,
        @Column("indicator_unit") String unit,
        @Column("indicator_kind") IndicatorKind kind,
        @Column("indicator_direction") Direction direction,
        @Column("indicator_target") BigDecimal target,
        BigDecimal baseline,
        LocalDate baselineDate,
        String baselineSource,
        String baselineDoubt) {

    /** One of a template, with its own target or another. */
    static ActivityIndicator of(TemplateIndicator template, BigDecimal target) {
        Baseline before = template.baseline();
        return new ActivityIndicator(
                template.name(),
                template.unit(),
                template.kind(),
                template.direction(),
                target,
                before == null ? null : before.value(),
                before == null ? null : before.asOf(),
                before == null ? null : before.source(),
                before == null ? null : before.doubt());
    }

    /** One that no template has, so without a baseline. */
    static ActivityIndicator free(
            String name, String unit, IndicatorKind kind, Direction direction, BigDecimal target) {
        return new ActivityIndicator(name, unit, kind, direction, target, null, null, null, null);
    }

    ActivityIndicator withTarget(BigDecimal other) {
        return new ActivityIndicator(
                name, unit, kind, direction, other, baseline, baselineDate, baselineSource, baselineDoubt);
    }

    /** Whether a value is as good as the target. */
    public boolean reached(BigDecimal value) {
        return direction.reached(value, target);
    }
}
