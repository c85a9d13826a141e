package vn.lienket.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail about a case that could not be sent and waits for somebody.
 *
 * @param address where it was to go
 * @param reason in Vietnamese words
 * @param mayCorrect whether the user who is signed in may give it another address
 */
public record FailedMail(
        UUID id,
        String subject,
        String recipientName,
        String address,
        String reason,
        Instant since,
        boolean mayCorrect) {}
