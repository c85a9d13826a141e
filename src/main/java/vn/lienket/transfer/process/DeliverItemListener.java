package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferDeliveryService;

@Component
class DeliverItemListener implements TaskListener {

    private final TransferDeliveryService deliveries;

    DeliverItemListener(TransferDeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void notify(DelegateTask task) {
        deliveries.deliver(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(TransferModel.TRANSFER_ITEM),
                Variables.text(task, TransferModel.DELIVERY_NOTE),
                Variables.text(task, TransferModel.DELIVERY_DOCUMENT_ID),
                Variables.text(task, TransferModel.DELIVERY_ATTENDEES));
    }
}
