package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.TransferService;

@Component
class ConcludeAssessmentDelegate implements JavaDelegate {

    private final TransferService transfers;

    ConcludeAssessmentDelegate(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FeasibilityVariables.set(execution, transfers, transfers.concludeAssessment(CaseVariables.codeOf(execution)));
    }
}
