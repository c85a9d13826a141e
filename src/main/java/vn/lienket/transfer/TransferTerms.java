package vn.lienket.transfer;

import org.springframework.data.relational.core.mapping.Embedded;

/** Who asks whom in which channel, and for what; checked. */
public record TransferTerms(
        String requestingOrganisation,
        String providingOrganisation,
        String channel,
        String title,
        @Embedded.Empty TransferNeed need) {

    /** What the requester has changed of its request; who asks whom in which channel stays as it is, like a document not sent anew. */
    TransferTerms changedTo(TransferTerms changed) {
        TransferNeed other = changed.need;
        return new TransferTerms(
                requestingOrganisation,
                providingOrganisation,
                channel,
                changed.title,
                other.attachmentDocumentId() == null ? other.withAttachment(need.attachmentDocumentId()) : other);
    }
}
