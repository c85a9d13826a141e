package vn.lienket.document;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a stored file besides its bytes.
 *
 * @param mediaType as found in the content, e.g. {@code application/pdf}
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 * @param version 1, or one more than that of the document it replaces
 * @param replaces the document this one is a newer version of, or null
 * @param uploadedBy id of the person, or {@code system}
 */
public record DocumentInfo(
        UUID id,
        String channel,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        int version,
        UUID replaces,
        String uploadedBy,
        Instant uploadedAt) {

    public boolean isPdf() {
        return FileType.PDF.mediaType().equals(mediaType);
    }
}
