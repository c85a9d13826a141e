package vn.lienket.cases.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code CaseWithdrawalProcess} has done at its task. */
@Component
public class CaseTasks {

    private final CaseMessages messages;

    CaseTasks(CaseMessages messages) {
        this.messages = messages;
    }

    /** Withdraws the case that the start form names, of whatever module. */
    public void requestWithdrawal(DelegateExecution execution) {
        String caseCode = Variables.text(execution, CaseVariables.CASE_CODE);
        messages.send(
                CaseModel.MESSAGE_WITHDRAWN,
                caseCode,
                CaseVariables.WITHDRAWAL_REASON,
                Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
        execution.setProcessBusinessKey(caseCode.strip());
    }
}
