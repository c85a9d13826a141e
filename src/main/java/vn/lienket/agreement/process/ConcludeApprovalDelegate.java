package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;

@Component
class ConcludeApprovalDelegate implements JavaDelegate {

    private final AgreementService agreements;

    ConcludeApprovalDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean approved = agreements.concludeApproval(CaseVariables.codeOf(execution));
        execution.setVariable(
                AgreementModel.APPROVAL_OUTCOME, approved ? AgreementModel.APPROVED : AgreementModel.NOT_APPROVED);
        EarlierComments.show(execution, agreements);
    }
}
