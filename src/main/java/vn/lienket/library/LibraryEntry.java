package vn.lienket.library;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of the library.
 *
 * @param category code of the field of cooperation
 * @param provider id of the organisation that handed it over
 * @param size of the file in bytes
 */
public record LibraryEntry(
        UUID id,
        String title,
        String caseCode,
        String channel,
        String category,
        String provider,
        UUID documentId,
        String fileName,
        String mediaType,
        long size,
        Instant addedAt,
        TextState textState) {}
