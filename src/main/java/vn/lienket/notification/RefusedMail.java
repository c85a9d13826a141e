package vn.lienket.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail to an outsider whose address the mail server refuses for good: it waits for another one.
 *
 * @param reason what the server said, or that the address is none
 */
public record RefusedMail(UUID id, String subject, String recipient, String reason, Instant at) {}
