package vn.lienket.figures;

import java.math.BigDecimal;

/**
 * An indicator over all the activities that are measured by it; only of counts.
 *
 * @param activities how many
 * @param value of those that were measured, or null if none was
 */
public record IndicatorSum(String name, String unit, int activities, BigDecimal target, BigDecimal value) {}
