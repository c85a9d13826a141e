package vn.lienket.transfer;

/** The start fields of a transfer request, unchecked, as a form or the API sends them; dates {@code yyyy-MM-dd}. */
public record TransferRequest(
        String requestingOrganisation,
        String channel,
        String category,
        String title,
        String needDescription,
        String neededBy,
        boolean usesStateBudget,
        boolean foreignParty,
        boolean existingCertificate,
        String attachmentDocumentId) {}
