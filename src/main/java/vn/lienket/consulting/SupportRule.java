package vn.lienket.consulting;

import java.math.BigDecimal;

/**
 * What {@code Decision_SupportEntitlement} says of one kind of support.
 *
 * @param rate 0 to 1
 * @param cap per calendar year, in VND
 */
public record SupportRule(BigDecimal rate, long cap, String citation) {}
