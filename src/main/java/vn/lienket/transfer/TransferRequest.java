package vn.lienket.transfer;

/** The start fields of a transfer request, unchecked, as a form or the API sends them; dates {@code yyyy-MM-dd}, null where nothing was said. */
public record TransferRequest(
        String requestingOrganisation,
        String channel,
        String category,
        String title,
        String needDescription,
        String neededBy,
        Boolean usesStateBudget,
        Boolean foreignParty,
        Boolean existingCertificate,
        String attachmentDocumentId) {}
