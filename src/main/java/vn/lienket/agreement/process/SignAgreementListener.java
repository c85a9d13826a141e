package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class SignAgreementListener implements TaskListener {

    private final AgreementService agreements;

    SignAgreementListener(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        agreements.sign(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, AgreementModel.SIGNED_DOCUMENT_ID),
                Variables.flag(task, AgreementModel.SIGNED_BY_HAND));
        task.getExecution()
                .getProcessInstance()
                .setVariable(
                        AgreementModel.CURRENT_SIGNED_DOCUMENT_ID,
                        Variables.text(task, AgreementModel.SIGNED_DOCUMENT_ID));
    }
}
