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
        messages.send(execution, CaseModel.MESSAGE_WITHDRAWN, CaseVariables.WITHDRAWAL_REASON);
    }
}
