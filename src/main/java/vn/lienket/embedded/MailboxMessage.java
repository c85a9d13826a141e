package vn.lienket.embedded;

import java.time.OffsetDateTime;

/** A mail in JSON; {@code text} is its plain text part. */
record MailboxMessage(
        long id, String to, String from, String subject, OffsetDateTime date, String messageId, String text) {

    static MailboxMessage of(StoredMail mail) {
        return new MailboxMessage(
                mail.id(),
                mail.recipient(),
                mail.sender(),
                mail.subject(),
                mail.receivedAt(),
                mail.messageId(),
                mail.text());
    }
}
