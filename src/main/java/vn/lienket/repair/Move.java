package vn.lienket.repair;

/**
 * A case is to go on at another step.
 *
 * @param from id of the step in the model
 * @param to likewise
 * @param dryRun false to change anything
 * @param reason needed to change anything
 */
public record Move(String caseCode, String from, String to, Boolean dryRun, String reason) {}
