package vn.lienket.agreement;

import java.util.List;

/**
 * The start fields as they came in, unchecked; any may be null.
 *
 * @param effectiveFrom ISO date
 * @param effectiveTo ISO date
 * @param draftDocumentId id of an uploaded draft
 * @param predecessor code of the agreement it renews
 */
public record AgreementRequest(
        String title,
        String agreementType,
        String channel,
        String leadOrganisation,
        List<String> cooperationFields,
        String legalBasis,
        String effectiveFrom,
        String effectiveTo,
        String draftDocumentId,
        String predecessor) {}
