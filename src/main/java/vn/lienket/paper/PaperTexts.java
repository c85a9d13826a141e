package vn.lienket.paper;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.signature.TextsToSign;

/** Of the files of a paper one waits for a signature, for that of the next one's leader. */
@Component
class PaperTexts implements TextsToSign {

    private final PaperSignings signings;

    PaperTexts(PaperSignings signings) {
        this.signings = signings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> signers(UUID document) {
        return signings.findWaitingWith(document).stream()
                .flatMap(id -> signings.findById(id).stream())
                .filter(signing -> signing.waitsForSignature(document))
                .map(signing -> signing.next().role().groupOf(signing.next().organisation()))
                .toList();
    }
}
