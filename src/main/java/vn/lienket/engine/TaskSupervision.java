package vn.lienket.engine;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskAct;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * What those who oversee the work of an organisation do with its open tasks without working on them, in their own name. The caller has
 * checked that they may.
 */
@Component
public class TaskSupervision {

    private static final ThreadLocal<String> NOTE = new ThreadLocal<>();

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    TaskSupervision(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * Gives a task to a person; 404 if it has ended.
     *
     * @param person user id, or null: back to the group
     * @param note to whoever reads of it, or null
     */
    public void give(String taskId, String person, String note) {
        NOTE.set(note);
        try {
            onTask(
                    taskId,
                    (command, task) ->
                            command.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, person).execute(command)));
        } finally {
            NOTE.remove();
        }
    }

    /** Remarks on a task that its worker was reminded of it; 404 if it has ended. */
    public void remarkReminder(String taskId, String sentence) {
        onTask(
                taskId,
                (command, task) -> CaseRemarks.add(task, TaskAct.REMINDED, command.getAuthenticatedUserId(), sentence));
    }

    /** What whoever gives a task in this thread says to it, or null. */
    static String note() {
        return NOTE.get();
    }

    private void onTask(String taskId, BiConsumer<CommandContext, TaskEntity> act) {
        engine.getObject().getCommandExecutorTxRequired().execute(command -> {
            TaskEntity task = command.getTaskManager().findTaskById(taskId);
            if (task == null) {
                throw Refusals.asEngineException(ProblemException.notFound(Sentences.NOT_FOUND));
            }
            act.accept(command, task);
            return null;
        });
    }
}
