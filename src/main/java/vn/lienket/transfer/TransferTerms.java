package vn.lienket.transfer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The checked start fields of a transfer request.
 *
 * @param attachment document id, or null
 */
public record TransferTerms(
        String requestingOrganisation,
        String providingOrganisation,
        String channel,
        String category,
        String title,
        String needDescription,
        LocalDate neededBy,
        boolean usesStateBudget,
        boolean foreignParty,
        boolean existingCertificate,
        UUID attachment) {

    /** What the requester has changed of its request; who asks whom in which channel stays as it is. */
    TransferTerms changedTo(TransferTerms changed) {
        return new TransferTerms(
                requestingOrganisation,
                providingOrganisation,
                channel,
                changed.category,
                changed.title,
                changed.needDescription,
                changed.neededBy,
                changed.usesStateBudget,
                changed.foreignParty,
                changed.existingCertificate,
                changed.attachment == null ? attachment : changed.attachment);
    }
}
