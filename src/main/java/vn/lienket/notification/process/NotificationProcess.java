package vn.lienket.notification.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.notification.MessageQueued;
import vn.lienket.notification.MessageRedirected;

/** Starts the delivery of a message, in the transaction that wrote it. As the product, for nobody may start deliveries himself. */
@Component
class NotificationProcess {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final OnBehalf onBehalf;

    NotificationProcess(RuntimeService runtimeService, ManagementService managementService, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.onBehalf = onBehalf;
    }

    @EventListener
    void queued(MessageQueued message) {
        start(message.messageId(), message.caseCode(), message.channel());
    }

    /** The delivery that gave up goes on, or begins anew if somebody has ended it. */
    @EventListener
    void redirected(MessageRedirected message) {
        List<Job> waiting = onBehalf.ofTheProduct(() -> deliveriesOf(message));
        if (waiting.isEmpty()) {
            start(message.messageId(), message.caseCode(), message.channel());
        }
        waiting.forEach(job -> onBehalf.doAsTheProduct(() -> managementService
                .setJobRetries(NotificationModel.RETRIES)
                .jobId(job.getId())
                .dueDate(null)
                .execute()));
    }

    private List<Job> deliveriesOf(MessageRedirected message) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .processInstanceBusinessKey(message.caseCode())
                .variableValueEquals(
                        NotificationModel.MESSAGE_ID, message.messageId().toString())
                .list()
                .stream()
                .flatMap(delivery ->
                        managementService.createJobQuery().processInstanceId(delivery.getId()).list().stream())
                .toList();
    }

    private void start(UUID messageId, String caseCode, String channel) {
        ProcessInstantiationBuilder delivery = runtimeService
                .createProcessInstanceByKey(NotificationModel.PROCESS)
                .businessKey(caseCode)
                .setVariable(NotificationModel.MESSAGE_ID, messageId.toString());
        if (channel != null) {
            delivery.setVariable(CaseVariables.CHANNEL, Variables.stringValue(channel, true));
        }
        onBehalf.ofTheProduct(delivery::execute);
    }
}
