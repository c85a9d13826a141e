package vn.lienket.transfer.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.Feasibility;
import vn.lienket.transfer.TransferService;

@Component
class DecideFeasibilityListener implements TaskListener {

    private final TransferService transfers;

    DecideFeasibilityListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateTask task) {
        Feasibility decided = transfers.decideFeasibility(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.FEASIBILITY_DECISION),
                Variables.text(task, TransferModel.FEASIBILITY_COMMENT));
        FeasibilityVariables.set(task, transfers, Optional.of(decided));
    }
}
