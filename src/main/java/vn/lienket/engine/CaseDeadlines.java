package vn.lienket.engine;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.process.CaseVariables;

/**
 * The processing clock of a case together with the due dates of its tasks, in every instance with its code. Delegates and listeners
 * call it; IllegalTransactionStateException outside of a transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseDeadlines {

    private final CaseClocks clocks;
    private final Deadlines deadlines;
    private final TaskService taskService;

    CaseDeadlines(CaseClocks clocks, Deadlines deadlines, TaskService taskService) {
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.taskService = taskService;
    }

    /**
     * Stops the clock and marks the tasks that are open; a stopped clock stays as it is.
     *
     * @param organisation by whose calendar it is counted how long it stood; IllegalArgumentException if unknown
     */
    public void standStill(String caseCode, String organisation) {
        if (clocks.stop(caseCode, organisation)) {
            open(tasksOf(caseCode))
                    .forEach(task -> taskService.setVariableLocal(task.getId(), CaseVariables.STANDS_STILL, true));
        }
    }

    /**
     * Lets the clock run again. The tasks that were open when it stopped, and still are, become due as many working days later as it
     * stood, and are reminded of anew; tasks created while it stood keep their due dates. A running clock stays as it is.
     */
    public void runAgain(String caseCode) {
        standing(caseCode).ifPresent(stop -> {
            int days = clocks.resume(caseCode);
            open(tasksOf(caseCode).taskVariableValueEquals(CaseVariables.STANDS_STILL, true))
                    .forEach(task -> runAgain(task, stop.organisation(), days));
        });
    }

    private void runAgain(Task task, String organisation, int days) {
        taskService.removeVariableLocal(task.getId(), CaseVariables.STANDS_STILL);
        Date due = task.getDueDate();
        if (due != null && days > 0) {
            taskService.setDueDate(task.getId(), deadlines.moved(organisation, due, days));
        }
    }

    private Optional<ClockStop> standing(String caseCode) {
        return clocks.stops(caseCode).stream().filter(stop -> stop.to() == null).findFirst();
    }

    private TaskQuery tasksOf(String caseCode) {
        return taskService.createTaskQuery().processInstanceBusinessKey(caseCode);
    }

    /** Without the task whose completion has led here: the database still has it. */
    private static List<Task> open(TaskQuery query) {
        return query.list().stream()
                .filter(task -> !((TaskEntity) task).isDeleted())
                .toList();
    }
}
