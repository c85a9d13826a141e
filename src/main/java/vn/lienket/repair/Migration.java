package vn.lienket.repair;

import java.util.List;

/**
 * Running cases are to go on by another version of their process.
 *
 * @param from id of the definition
 * @param to likewise
 * @param cases codes; null for all that run, as many as are mended at once
 * @param dryRun false to change anything
 * @param reason needed to change anything
 */
public record Migration(String from, String to, List<String> cases, Boolean dryRun, String reason) {}
