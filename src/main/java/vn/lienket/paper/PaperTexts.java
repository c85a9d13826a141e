package vn.lienket.paper;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.party.Parties;
import vn.lienket.signature.TextsToSign;

/** Of the files of a paper only one waits for a signature, and only while it is being signed: for those whose turn it is. */
@Component
class PaperTexts implements TextsToSign {

    private final PaperSignings signings;
    private final Parties parties;

    PaperTexts(PaperSignings signings, Parties parties) {
        this.signings = signings;
        this.parties = parties;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> signers(UUID document) {
        return signings.findWaitingWith(document).stream()
                .flatMap(id -> signings.findById(id).stream())
                .filter(signing -> signing.waitsForSignature(document))
                .flatMap(signing -> signing.openTurns().stream())
                .map(turn -> turn.role().groupOf(parties.actingFor(turn.organisation())))
                .toList();
    }
}
