package vn.lienket.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.lienket.programme.IndicatorKind;

/**
 * The indicator of an activity that was under way in a quarter, as it was known at its end.
 *
 * @param activity case code
 * @param baseline or null
 * @param doubt why the baseline may be wrong, or null
 * @param value the newest one entered by then, or null
 * @param reached whether it is as good as the target; null without one
 */
public record IndicatorStanding(
        String activity,
        String title,
        String leadName,
        String name,
        String unit,
        IndicatorKind kind,
        BigDecimal target,
        BigDecimal baseline,
        String doubt,
        BigDecimal value,
        LocalDate measuredOn,
        Boolean reached) {}
