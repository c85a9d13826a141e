package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferService;

@Component
class SupplementRequestListener implements TaskListener {

    private final TransferService transfers;

    SupplementRequestListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateTask task) {
        TransferCase supplemented = transfers.supplement(
                CaseVariables.codeOf(task),
                RequestVariables.of(task),
                Variables.text(task, TransferModel.SUPPLEMENT_NOTE));
        task.setVariable(
                CaseVariables.CASE_STATUS, transfers.status(supplemented).number());
    }
}
