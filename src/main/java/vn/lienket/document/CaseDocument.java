package vn.lienket.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that belongs to a case, as version {@code version} of its kind.
 *
 * @param kind the module's word, e.g. {@code draft} or {@code signed}
 * @param version from 1 within case and kind
 * @param size in bytes
 * @param addedBy id of the person, or {@code system}
 */
public record CaseDocument(
        UUID id,
        String kind,
        int version,
        String sha256,
        String fileName,
        String mediaType,
        long size,
        Instant addedAt,
        String addedBy) {}
