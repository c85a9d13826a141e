package vn.lienket.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail to one recipient.
 *
 * @param sentAt when the mail server took it, or null
 */
record Message(
        UUID id,
        String event,
        Recipient recipient,
        String caseCode,
        String channel,
        String subject,
        String text,
        String html,
        Instant createdAt,
        Instant sentAt) {}
