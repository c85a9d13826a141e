package vn.lienket.agreement;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.party.Parties;
import vn.lienket.signature.TextsToSign;

/** Of the files of an agreement only one waits for a signature, and only while the parties sign: for those whose turn it is. */
@Component
class AgreementTexts implements TextsToSign {

    private final Agreements agreements;
    private final Parties parties;

    AgreementTexts(Agreements agreements, Parties parties) {
        this.agreements = agreements;
        this.parties = parties;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> signers(UUID document) {
        return agreements.findByDocument(document).stream()
                .flatMap(caseCode -> agreements.findByCaseCode(caseCode).stream())
                .filter(agreement -> agreement.waitsForSignature(document))
                .flatMap(agreement -> agreement.openTurns().stream())
                .map(turn -> turn.role().groupOf(parties.actingFor(turn.party())))
                .toList();
    }
}
