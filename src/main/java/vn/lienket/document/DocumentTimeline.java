package vn.lienket.document;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;

/** When documents were added to a case. */
@Component
class DocumentTimeline implements TimelineSource {

    private final Documents documents;

    DocumentTimeline(Documents documents) {
        this.documents = documents;
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
