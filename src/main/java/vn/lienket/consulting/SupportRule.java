package vn.lienket.consulting;

import java.math.BigDecimal;
import vn.lienket.rule.Verification;

/**
 * What {@code Decision_SupportEntitlement} says of one kind of support.
 *
 * @param rate 0 to 1
 * @param cap per calendar year, in VND
 */
public record SupportRule(BigDecimal rate, long cap, String citation, Verification verification) {}
