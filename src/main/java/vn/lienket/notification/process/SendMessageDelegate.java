package vn.lienket.notification.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.notification.MessageDelivery;

@Component
class SendMessageDelegate implements JavaDelegate {

    private final MessageDelivery delivery;

    SendMessageDelegate(MessageDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.deliver(UUID.fromString((String) execution.getVariable(NotificationModel.MESSAGE_ID)));
    }
}
