package vn.lienket.engine;

import java.util.function.BiConsumer;
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
        look(
                taskId,
                (command, task) -> command.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task)));
    }

    /** 404 for a task that has ended or is of another channel. */
    public void requireVisible(String taskId) {
        look(taskId, (command, task) -> {});
    }

    private void look(String taskId, BiConsumer<CommandContext, TaskEntity> check) {
        engine.getObject().getCommandExecutorTxRequired().execute(command -> {
            TaskEntity task = command.getTaskManager().findTaskById(taskId);
            if (task == null || !command.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
                throw Refusals.asEngineException(ProblemException.notFound(Sentences.NOT_FOUND));
            }
            check.accept(command, task);
            return null;
        });
    }
}
