package vn.lienket.paper;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;

/** Who submitted the papers of a case to be signed, who signed them and who did not. */
@Component
class PaperTimeline implements TimelineSource {

    private final PaperSignings signings;

    PaperTimeline(PaperSignings signings) {
        this.signings = signings;
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (PaperSigning signing : signings.findByCaseCodeOrderBySubmittedAt(dossier.code())) {
            entries.add(TimelineEntry.of(
                    signing.submittedAt(),
                    Kind.DECISION,
                    "Trình ký văn bản: " + signing.name(),
                    signing.submittedBy(),
                    signing.number()));
            signing.signatures()
                    .forEach(signature -> entries.add(TimelineEntry.of(
                            signature.signedAt(),
                            Kind.DECISION,
                            "%s: %s".formatted(signature.byHand() ? "Ký tay, bản quét" : "Ký số", signing.name()),
                            signature.signer(),
                            signing.partyName(signature.party()) + signature.words())));
            if (signing.reason() != null) {
                entries.add(TimelineEntry.of(
                        signing.endedAt(),
                        Kind.DECISION,
                        "%s: %s".formatted(signing.state().label(), signing.name()),
                        signing.endedBy(),
                        signing.reason()));
            }
        }
        return entries;
    }
}
