package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferDeliveryService;

@Component
class EvaluateTransferListener implements TaskListener {

    private final TransferDeliveryService deliveries;

    EvaluateTransferListener(TransferDeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void notify(DelegateTask task) {
        deliveries.evaluate(
                CaseVariables.codeOf(task),
                task.getVariable(TransferModel.SCORE),
                Variables.text(task, TransferModel.EVALUATION_COMMENT));
        task.setVariable(CaseVariables.CASE_STATUS, CaseStatus.RESULT_RETURNED.number());
    }
}
