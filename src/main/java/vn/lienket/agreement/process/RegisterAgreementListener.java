package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class RegisterAgreementListener implements TaskListener {

    private final AgreementService agreements;

    RegisterAgreementListener(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        agreements.register(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, AgreementModel.DOCUMENT_NUMBER),
                Variables.text(task, AgreementModel.DOCUMENT_DATE));
    }
}
