package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class RequestTerminationDelegate implements JavaDelegate {

    private final CaseMessages messages;

    RequestTerminationDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseCode = Variables.text(execution, CaseVariables.CASE_CODE);
        messages.send(
                AgreementModel.MESSAGE_TERMINATED,
                caseCode,
                AgreementModel.TERMINATION_REASON,
                Variables.text(execution, AgreementModel.TERMINATION_REASON));
        execution.setProcessBusinessKey(caseCode.strip());
    }
}
