package vn.lienket.document;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseFile;
import vn.lienket.cases.CaseFiles;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;

/** The documents of a case, and when they were added to it. */
@Component
class CaseDocuments implements CaseFiles, TimelineSource {

    private final Documents documents;

    CaseDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<CaseFile> files(String caseCode) {
        return documents.of(caseCode).stream()
                .map(document -> new CaseFile(
                        document.id(),
                        document.kind(),
                        document.version(),
                        document.sha256(),
                        document.fileName(),
                        document.addedAt()))
                .toList();
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        return documents.of(dossier.code()).stream()
                .map(document -> TimelineEntry.of(
                        document.addedAt(),
                        Kind.DOCUMENT,
                        "Tài liệu: " + document.fileName(),
                        document.addedBy(),
                        "phiên bản %d".formatted(document.version())))
                .toList();
    }
}
