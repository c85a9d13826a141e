package vn.lienket.cases;

import java.time.Instant;

/**
 * The entry of a case in the register of cases.
 *
 * @param code e.g. {@code H09-261123-0001}; also the business key
 * @param kind the module's word for its cases, e.g. {@code agreement}
 * @param closed whether the case has ended, one way or another
 */
public record Dossier(
        String code,
        String kind,
        String title,
        String channel,
        String leadOrganisation,
        CaseStatus status,
        boolean closed,
        String openedBy,
        Instant openedAt,
        Instant changedAt) {}
