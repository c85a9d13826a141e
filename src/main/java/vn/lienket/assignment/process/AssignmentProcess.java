package vn.lienket.assignment.process;

import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.PersonAway;
import vn.lienket.assignment.SlaWatch;
import vn.lienket.assignment.WorkGiven;
import vn.lienket.assignment.WorkHandedOver;
import vn.lienket.assignment.WorkInherited;
import vn.lienket.assignment.WorkReminded;
import vn.lienket.engine.OnBehalf;
import vn.lienket.engine.ProductWork;
import vn.lienket.engine.TaskSupervision;

/**
 * Hands tasks over in the engine, which tells the new assignee like any other. A task that somebody does in the place of another is one
 * that its owner has delegated, so that the engine finds it by an index and its history knows for whom it was done.
 */
@Component
class AssignmentProcess {

    private final TaskService taskService;
    private final SlaWatch slaWatch;
    private final OnBehalf onBehalf;
    private final ProductWork work;
    private final TaskSupervision supervision;

    AssignmentProcess(
            TaskService taskService,
            SlaWatch slaWatch,
            OnBehalf onBehalf,
            ProductWork work,
            TaskSupervision supervision) {
        this.taskService = taskService;
        this.slaWatch = slaWatch;
        this.onBehalf = onBehalf;
        this.work = work;
        this.supervision = supervision;
    }

    /** Whoever registered it: the work goes on by what the directory says, not by what he might do himself. */
    @EventListener
    void gone(PersonAway away) {
        onBehalf.doAsTheProduct(() -> slaWatch.handOver(away.person()));
    }

    @EventListener
    void inherited(WorkInherited inherited) {
        work.begin(SuccessionModel.PROCESS, inherited.predecessor(), SuccessionModel.PREDECESSOR, null);
    }

    /** First of all: a module that knows better whom the work suits decides after it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void handedOver(WorkHandedOver work) {
        if (work.assignee() == null) {
            taskService.setAssignee(work.taskId(), null);
        } else {
            taskService.setOwner(work.taskId(), work.from());
            taskService.delegateTask(work.taskId(), work.assignee());
        }
    }

    @EventListener
    void given(WorkGiven work) {
        supervision.give(work.taskId(), work.assignee(), work.note());
    }

    @EventListener
    void reminded(WorkReminded work) {
        supervision.remarkReminder(work.taskId(), work.sentence());
    }
}
