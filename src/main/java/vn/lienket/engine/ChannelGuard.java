package vn.lienket.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import vn.lienket.cases.ProcessStarted;
import vn.lienket.problem.ProblemException;

/**
 * Lets no person start anything in a channel that he is not in. It asks inside the transaction and after the start, so that a process
 * which checks its start in words of its own has the first say. Then it tells that a person has started something.
 */
class ChannelGuard extends CommandInterceptor {

    private final CurrentCommand currentCommand;
    private final ApplicationEventPublisher events;

    ChannelGuard(CurrentCommand currentCommand, ApplicationEventPublisher events) {
        this.currentCommand = currentCommand;
        this.events = events;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (currentCommand.isStart()
                && currentCommand.isOutermost(command)
                && result instanceof ProcessInstance started) {
            if (started.getTenantId() != null) {
                requireChannel(started.getTenantId());
            }
            tell(started);
        }
        return result;
    }

    private void tell(ProcessInstance started) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person != null && person.getUserId() != null) {
            String process = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(started.getProcessDefinitionId())
                    .getKey();
            events.publishEvent(new ProcessStarted(process, person.getUserId()));
        }
    }

    private static void requireChannel(String channel) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person != null
                && person.getUserId() != null
                && !CommandGuard.isAdministrator(person)
                && !Objects.requireNonNullElse(person.getTenantIds(), List.of()).contains(channel)) {
            throw Refusals.asEngineException(
                    ProblemException.forbidden("Đơn vị của bạn không tham gia kênh hợp tác “%s”.".formatted(channel)));
        }
    }
}
