package vn.lienket.cases.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Withdraws the case that the start form of {@code CaseWithdrawalProcess} names, of whatever module. */
@Component
class RequestWithdrawalDelegate implements JavaDelegate {

    private final CaseMessages messages;

    RequestWithdrawalDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseCode = Variables.text(execution, CaseVariables.CASE_CODE);
        messages.send(
                CaseVariables.MESSAGE_WITHDRAWN,
                caseCode,
                CaseVariables.WITHDRAWAL_REASON,
                Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
        execution.setProcessBusinessKey(caseCode.strip());
    }
}
