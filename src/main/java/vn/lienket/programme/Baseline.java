package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The value of an indicator before the cooperation.
 *
 * @param asOf the day for which the value holds
 * @param source who said so, and when
 * @param doubt why the value may be wrong or is rounded; shown wherever it is; null if there is no doubt
 */
public record Baseline(BigDecimal value, LocalDate asOf, String source, String doubt) {}
