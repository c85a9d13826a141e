package vn.lienket.agreement.process;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
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

    /** The positions of those whose turn it is to sign; none once all have signed. */
    public List<Integer> openTurns(String caseCode) {
        Agreement agreement = agreements.find(caseCode).orElseThrow();
        return agreement.openTurns().stream().map(agreement.turns()::indexOf).toList();
    }

    /** What the task of a turn is called, so that those of one party can be told apart. */
    public String signingName(String caseCode, int turn) {
        return "Ký thỏa thuận" + agreements.turn(caseCode, turn).words();
    }

    public String proposedNumber(String caseCode, String party) {
        return agreements.proposedNumber(caseCode, party);
    }
}
