package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;

@Component
class EnterIntoForceDelegate implements JavaDelegate {

    private final AgreementService agreements;

    EnterIntoForceDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.enterIntoForce(CaseVariables.codeOf(execution));
        CaseVariables.setStatus(execution, CaseStatus.RESULT_RETURNED);
    }
}
