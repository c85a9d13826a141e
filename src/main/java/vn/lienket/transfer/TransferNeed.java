package vn.lienket.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What a transfer request asks for, checked; named as in the contract.
 *
 * @param category code of a field of cooperation
 * @param existingCertificate whether the result of the research it rests on has a certificate of registration
 * @param attachmentDocumentId of a stored document, or null
 */
public record TransferNeed(
        String category,
        String needDescription,
        LocalDate neededBy,
        boolean usesStateBudget,
        boolean foreignParty,
        boolean existingCertificate,
        @Column("attachment") UUID attachmentDocumentId) {

    TransferNeed withAttachment(UUID document) {
        return new TransferNeed(
                category, needDescription, neededBy, usesStateBudget, foreignParty, existingCertificate, document);
    }
}
