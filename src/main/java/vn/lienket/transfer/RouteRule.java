package vn.lienket.transfer;

import vn.lienket.rule.Verification;

/**
 * What {@code Decision_RouteTransferRequest} says.
 *
 * @param provider organisation
 * @param expertise the skill its experts need
 * @param daysAllowed working days for the assessment
 * @param verification null where a person says it
 */
public record RouteRule(
        String provider, String expertise, int daysAllowed, String citation, Verification verification) {}
