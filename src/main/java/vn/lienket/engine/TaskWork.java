package vn.lienket.engine;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** Whether the person who is signed in may do the work of a task: by the same rule as when he completes it. */
@Component
public class TaskWork {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    TaskWork(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** 404 for a task that has ended or is of another channel, 403 for one that is another's. */
    public void require(String taskId) {
        look(taskId, (command, task) -> {
            try {
                command.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
            } catch (ProcessEngineException refused) {
                throw isOpen(command, taskId) ? refused : notFound();
            }
        });
    }

    /** 404 for a task that has ended or is of another channel. */
    public void requireVisible(String taskId) {
        look(taskId, (command, task) -> {});
    }

    private void look(String taskId, BiConsumer<CommandContext, TaskEntity> check) {
        engine.getObject().getCommandExecutorTxRequired().execute(command -> {
            TaskEntity task = command.getTaskManager().findTaskById(taskId);
            if (task == null || !command.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
                throw notFound();
            }
            check.accept(command, task);
            return null;
        });
    }

    /** Asked anew: of a task that ended meanwhile the links to its people are gone, and everybody would look like a stranger. */
    private static boolean isOpen(CommandContext command, String taskId) {
        return command.runWithoutAuthorization(
                () -> new TaskQueryImpl().taskId(taskId).executeCount(command) > 0);
    }

    private static ProcessEngineException notFound() {
        return Refusals.asEngineException(ProblemException.notFound(Sentences.NOT_FOUND));
    }
}
