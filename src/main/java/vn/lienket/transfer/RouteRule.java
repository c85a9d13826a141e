package vn.lienket.transfer;

/**
 * What {@code Decision_RouteTransferRequest} says.
 *
 * @param provider organisation
 * @param expertise the skill its experts need
 * @param daysAllowed working days for the assessment
 */
public record RouteRule(String provider, String expertise, int daysAllowed, String citation) {}
