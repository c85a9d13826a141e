package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class TerminateAgreementDelegate implements JavaDelegate {

    private final AgreementService agreements;

    TerminateAgreementDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.terminate(
                CaseVariables.codeOf(execution), Variables.text(execution, AgreementModel.TERMINATION_REASON));
    }
}
