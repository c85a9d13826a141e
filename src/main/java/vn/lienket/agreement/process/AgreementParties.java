package vn.lienket.agreement.process;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.AgreementService;

/** What the models ask about the parties of an agreement in their expressions. */
@Component
public class AgreementParties {

    private final AgreementService agreements;

    AgreementParties(AgreementService agreements) {
        this.agreements = agreements;
    }

    /** Ids in signing order, as fixed when the case was opened. */
    public List<String> of(String caseCode) {
        return agreements.find(caseCode).orElseThrow().parties().stream()
                .map(AgreementParty::organisation)
                .toList();
    }

    public String proposedNumber(String caseCode, String party) {
        return agreements.proposedNumber(caseCode, party);
    }
}
