package vn.lienket.agreement;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.signature.TextsToSign;

/** Of the files of an agreement only one waits for a signature, and only while the parties sign. */
@Component
class AgreementTexts implements TextsToSign {

    private final Agreements agreements;

    AgreementTexts(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public boolean outdated(UUID document) {
        return agreements.findByDocument(document).stream()
                .flatMap(caseCode -> agreements.findByCaseCode(caseCode).stream())
                .anyMatch(agreement -> agreement.state() != AgreementState.SIGNING
                        || !agreement.documentToSign().equals(document));
    }
}
