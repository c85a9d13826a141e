package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.dossier.CaseStatus;
import vn.lienket.engine.CaseVariables;
import vn.lienket.engine.Variables;

@Component
class EnterIntoForceDelegate implements JavaDelegate {

    private final AgreementService agreements;

    EnterIntoForceDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.enterIntoForce(Variables.text(execution, CaseVariables.CASE_CODE));
        CaseVariables.setStatus(execution, CaseStatus.RESULT_RETURNED);
    }
}
