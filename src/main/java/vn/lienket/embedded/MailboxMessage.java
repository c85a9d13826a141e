package vn.lienket.embedded;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A mail in JSON.
 *
 * @param text its plain text part
 * @param attachments what came with it; at {@code /mailbox/{id}/attachments/{number}}
 */
record MailboxMessage(
        long id,
        String to,
        String from,
        String subject,
        OffsetDateTime date,
        String messageId,
        String text,
        List<Attachment> attachments) {

    /** @param size in bytes */
    record Attachment(int number, String fileName, String mediaType, int size) {

        static Attachment of(MailAttachment file) {
            return new Attachment(file.number(), file.fileName(), file.mediaType(), file.content().length);
        }
    }

    static MailboxMessage of(StoredMail mail) {
        return new MailboxMessage(
                mail.id(),
                mail.recipient(),
                mail.sender(),
                mail.subject(),
                mail.receivedAt(),
                mail.messageId(),
                mail.text(),
                mail.attachments().stream().map(Attachment::of).toList());
    }
}
