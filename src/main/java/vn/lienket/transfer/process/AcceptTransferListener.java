package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferDeliveryService;

@Component
class AcceptTransferListener implements TaskListener {

    private final TransferDeliveryService deliveries;

    AcceptTransferListener(TransferDeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean accepted = deliveries.accept(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.ACCEPTANCE_DECISION),
                Variables.text(task, TransferModel.ACCEPTANCE_COMMENT),
                Variables.codes(task, TransferModel.DEFECTIVE_ITEMS));
        task.setVariable(TransferModel.TRANSFER_ACCEPTED, accepted);
        if (accepted) {
            task.setVariable(CaseVariables.CASE_STATUS, CaseStatus.DONE.number());
        }
    }
}
