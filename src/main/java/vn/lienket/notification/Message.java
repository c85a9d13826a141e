package vn.lienket.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail to one recipient.
 *
 * @param caseCode null if it is about no dossier
 * @param html its content, without what all mails have around it
 * @param secret whether its text is forgotten once it is out
 * @param attachments ids of stored documents
 * @param calendar null if it is about no meeting
 * @param sentAt when the mail server took it, or null
 * @param erased whether its recipient has been erased: then it never goes out
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
        boolean secret,
        List<UUID> attachments,
        CalendarPart calendar,
        Instant createdAt,
        Instant sentAt,
        boolean erased) {}
