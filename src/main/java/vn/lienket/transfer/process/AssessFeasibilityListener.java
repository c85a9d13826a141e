package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferService;

@Component
class AssessFeasibilityListener implements TaskListener {

    private final TransferService transfers;

    AssessFeasibilityListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateTask task) {
        transfers.assess(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(TransferModel.ASSESSMENT),
                Variables.text(task, TransferModel.FEASIBILITY),
                task.getVariable(TransferModel.EFFORT_DAYS),
                Variables.text(task, TransferModel.ASSESSMENT_NOTE));
        // the execution of an instance stays, readable by the channel, until the last expert has written
        task.removeVariables(TransferModel.CONFIDENTIAL);
    }
}
