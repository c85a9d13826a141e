package vn.lienket.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;

/** By what stored files are recognised. */
@Component
class KnownFiles {

    private final Documents documents;

    KnownFiles(Documents documents) {
        this.documents = documents;
    }

    /** @param signing of a paper, or null */
    KnownFile of(String caseCode, UUID signing, UUID document) {
        DocumentInfo info = documents.info(document);
        try (InputStream content = documents.open(document)) {
            FileStart start = new FileStart(content.readNBytes(FileStart.LARGEST));
            return new KnownFile(caseCode, info.sha256(), info.size(), start.hash(), signing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
