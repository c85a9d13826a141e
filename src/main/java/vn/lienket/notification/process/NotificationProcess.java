package vn.lienket.notification.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.CaseVariables;
import vn.lienket.notification.MessageQueued;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;

/** Starts the delivery of a message, in the transaction that wrote it. */
@Component
class NotificationProcess {

    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final CurrentUser currentUser;

    NotificationProcess(RuntimeService runtimeService, IdentityService identityService, CurrentUser currentUser) {
        this.runtimeService = runtimeService;
        this.identityService = identityService;
        this.currentUser = currentUser;
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
        asTheProduct(delivery::execute);
    }

    /** Nobody may start deliveries himself, so the user whose step causes the mail does not count. */
    private void asTheProduct(Runnable start) {
        Optional<User> user = currentUser.find();
        identityService.clearAuthentication();
        try {
            start.run();
        } finally {
            user.ifPresent(
                    u -> identityService.setAuthentication(u.id(), List.copyOf(u.groups()), List.copyOf(u.channels())));
        }
    }
}
