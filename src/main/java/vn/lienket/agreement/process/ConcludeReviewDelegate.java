package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;

@Component
class ConcludeReviewDelegate implements JavaDelegate {

    private final AgreementService agreements;

    ConcludeReviewDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean approved = agreements.concludeReview(CaseVariables.codeOf(execution));
        execution.setVariable(
                AgreementModel.REVIEW_OUTCOME, approved ? AgreementModel.APPROVED : AgreementModel.NOT_APPROVED);
        EarlierComments.show(execution, agreements);
    }
}
