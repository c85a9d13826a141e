package vn.lienket.evidence;

import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.paper.PaperEvent;
import vn.lienket.paper.PaperSignature;
import vn.lienket.paper.PaperSigning;

/** Has the files of a paper recognised from when all have signed it. */
@Component
class PaperFiles {

    private final EvidenceStore store;
    private final KnownFiles files;

    PaperFiles(EvidenceStore store, KnownFiles files) {
        this.store = store;
        this.files = files;
    }

    @EventListener
    void on(PaperEvent.Signed event) {
        PaperSigning signing = event.signing();
        Stream.concat(
                        Stream.of(signing.document()),
                        signing.signatures().stream().map(PaperSignature::document))
                .map(document -> files.of(signing.caseCode(), signing.id(), document))
                .forEach(store::add);
    }
}
