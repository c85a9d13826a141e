package vn.lienket.agreement;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.party.Role;
import vn.lienket.signature.TextsToSign;

/** Of the files of an agreement only one waits for a signature, and only while the parties sign: for that of the next one's leader. */
@Component
class AgreementTexts implements TextsToSign {

    private final Agreements agreements;

    AgreementTexts(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> signers(UUID document) {
        return agreements.findByDocument(document).stream()
                .flatMap(caseCode -> agreements.findByCaseCode(caseCode).stream())
                .filter(agreement -> agreement.waitsForSignature(document))
                .map(agreement -> Role.LEADER.groupOf(agreement.nextToSign()))
                .toList();
    }
}
