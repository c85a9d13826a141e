package vn.lienket.signature;

import java.time.Instant;
import java.util.UUID;

/**
 * A signature that waits for its value.
 *
 * @param document the file that is being signed
 * @param person who signs
 * @param certificate his own, DER
 * @param digits as {@link PreparedRevision#digits}
 * @param signedDocument the signed file, or null
 */
record PreparedSignature(
        UUID id,
        UUID document,
        String person,
        byte[] certificate,
        byte[] revision,
        int digits,
        Instant preparedAt,
        UUID signedDocument) {}
