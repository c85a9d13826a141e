package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferService;

@Component
class RouteByHandListener implements TaskListener {

    private final TransferService transfers;

    RouteByHandListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateTask task) {
        transfers.routeByHand(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.CHOSEN_EXPERTISE),
                task.getVariable(TransferModel.DAYS_ALLOWED),
                Variables.text(task, TransferModel.ROUTE_BASIS));
        task.setVariable(CaseVariables.CASE_STATUS, CaseStatus.IN_PROGRESS.number());
    }
}
