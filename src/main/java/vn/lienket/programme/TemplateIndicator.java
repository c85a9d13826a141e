package vn.lienket.programme;

import java.math.BigDecimal;

/**
 * What the success of a field is measured by.
 *
 * @param unit as it stands behind a value, in Vietnamese
 * @param target what a year should reach, in the unit
 * @param baseline what the target is compared with, in the same unit; null if nobody has measured yet
 */
public record TemplateIndicator(
        String name, String unit, IndicatorKind kind, Direction direction, BigDecimal target, Baseline baseline) {}
