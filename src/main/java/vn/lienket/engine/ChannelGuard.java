package vn.lienket.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import vn.lienket.problem.ProblemException;

/**
 * Lets no person start anything in a channel that he is not in. It asks inside the transaction and after the start, so that a process
 * which checks its start in words of its own has the first say.
 */
class ChannelGuard extends CommandInterceptor {

    private final CurrentCommand currentCommand;

    ChannelGuard(CurrentCommand currentCommand) {
        this.currentCommand = currentCommand;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (currentCommand.isStart()
                && currentCommand.isOutermost(command)
                && result instanceof ProcessInstance started
                && started.getTenantId() != null) {
            requireChannel(started.getTenantId());
        }
        return result;
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
