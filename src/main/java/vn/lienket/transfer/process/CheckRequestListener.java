package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferService;

@Component
class CheckRequestListener implements TaskListener {

    private final TransferService transfers;

    CheckRequestListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateTask task) {
        TransferCase checked = transfers.check(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.REQUEST_DECISION),
                Variables.text(task, TransferModel.REQUEST_COMMENT),
                task.getDueDate().toInstant());
        task.setVariable(TransferModel.REQUEST_OUTCOME, Variables.text(task, TransferModel.REQUEST_DECISION));
        task.setVariable(CaseVariables.CASE_STATUS, transfers.status(checked).number());
    }
}
