package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.TransferService;

@Component
class SuspendTransferDelegate implements JavaDelegate {

    private final TransferService transfers;

    SuspendTransferDelegate(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        transfers.suspend(CaseVariables.codeOf(execution));
        CaseVariables.setStatus(execution, CaseStatus.SUSPENDED);
    }
}
