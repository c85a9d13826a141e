package vn.lienket.library.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lienket.library.LibraryHit;
import vn.lienket.library.TextState;

/**
 * An entry of the library with its names, as REST and the page show it.
 *
 * @param documentId at {@code /api/v1/documents/{id}}
 * @param size in bytes
 * @param headline where the words that were looked for are in the text, in pieces
 */
record LibraryView(
        UUID id,
        String title,
        String caseCode,
        String channel,
        String category,
        String categoryName,
        String provider,
        String providerName,
        UUID documentId,
        String fileName,
        String mediaType,
        long size,
        OffsetDateTime addedAt,
        TextState textState,
        List<LibraryHit.Excerpt> headline) {}
