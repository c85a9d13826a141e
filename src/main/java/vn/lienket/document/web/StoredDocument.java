package vn.lienket.document.web;

import java.util.UUID;
import vn.lienket.document.DocumentInfo;

/** The answer to an upload. */
record StoredDocument(UUID id, String fileName, String mediaType, long size, String sha256, int version) {

    static StoredDocument of(DocumentInfo document) {
        return new StoredDocument(
                document.id(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.version());
    }
}
