package vn.lienket.consulting;

/**
 * What {@code Decision_AssignConsultant} says.
 *
 * @param organisation whose experts consult
 * @param expertise the skill they need
 */
public record ConsultantRule(String organisation, String expertise) {}
