package vn.lienket.transfer;

/**
 * The start fields of a transfer request, unchecked, as a form or the API sends them; dates {@code yyyy-MM-dd}, flags {@code true} or
 * {@code false}, null where nothing was said.
 */
public record TransferRequest(
        String requestingOrganisation,
        String channel,
        String category,
        String title,
        String needDescription,
        String neededBy,
        String usesStateBudget,
        String foreignParty,
        String existingCertificate,
        String attachmentDocumentId) {}
