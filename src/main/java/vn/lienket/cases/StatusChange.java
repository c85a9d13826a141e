package vn.lienket.cases;

import java.time.Instant;

/**
 * A status that a dossier came to.
 *
 * @param changedBy user id, or {@code system}
 */
public record StatusChange(CaseStatus status, String changedBy, Instant changedAt) {}
