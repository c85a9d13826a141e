package vn.lienket.notification.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.notification.MessageDelivery;

/** What the delivery of a message has done at its task. */
@Component
public class NotificationTasks {

    private final MessageDelivery delivery;

    NotificationTasks(MessageDelivery delivery) {
        this.delivery = delivery;
    }

    public void sendMessage(DelegateExecution execution) {
        delivery.deliver(UUID.fromString((String) execution.getVariable(NotificationModel.MESSAGE_ID)));
    }
}
