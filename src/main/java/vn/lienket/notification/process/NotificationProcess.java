package vn.lienket.notification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.CaseVariables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.notification.MessageQueued;

/** Starts the delivery of a message, in the transaction that wrote it. As the product, for nobody may start deliveries himself. */
@Component
class NotificationProcess {

    private final RuntimeService runtimeService;
    private final OnBehalf onBehalf;

    NotificationProcess(RuntimeService runtimeService, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.onBehalf = onBehalf;
    }

    @EventListener
    void queued(MessageQueued message) {
        ProcessInstantiationBuilder delivery = runtimeService
                .createProcessInstanceByKey(NotificationModel.PROCESS)
                .businessKey(message.caseCode())
                .setVariable(NotificationModel.MESSAGE_ID, message.messageId().toString());
        if (message.caseCode() != null) {
            delivery.setVariable(CaseVariables.CASE_CODE, message.caseCode());
        }
        if (message.channel() != null) {
            delivery.setVariable(CaseVariables.CHANNEL, message.channel());
        }
        onBehalf.ofTheProduct(delivery::execute);
    }
}
