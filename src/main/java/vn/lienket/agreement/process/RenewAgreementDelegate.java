package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;

@Component
class RenewAgreementDelegate implements JavaDelegate {

    private final AgreementService agreements;
    private final AgreementProcess process;

    RenewAgreementDelegate(AgreementService agreements, AgreementProcess process) {
        this.agreements = agreements;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.start(agreements.renewal(CaseVariables.codeOf(execution)));
    }
}
