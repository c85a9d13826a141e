package vn.lienket.consulting;

import vn.lienket.rule.Verification;

/**
 * What {@code Decision_EnterpriseSize} says.
 *
 * @param size {@code micro}, {@code small}, {@code medium} or {@code large}
 */
public record SizeRule(String size, String citation, Verification verification) {}
