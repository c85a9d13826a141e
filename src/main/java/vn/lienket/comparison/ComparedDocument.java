package vn.lienket.comparison;

import java.time.Instant;
import java.util.UUID;
import vn.lienket.document.CaseDocument;

/**
 * One of the two documents.
 *
 * @param kind the module's word, e.g. {@code draft}
 * @param version from 1 within case and kind
 */
public record ComparedDocument(UUID id, String kind, int version, String fileName, Instant addedAt) {

    static ComparedDocument of(CaseDocument document) {
        return new ComparedDocument(
                document.id(), document.kind(), document.version(), document.fileName(), document.addedAt());
    }
}
