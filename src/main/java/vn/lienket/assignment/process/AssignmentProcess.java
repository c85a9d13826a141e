package vn.lienket.assignment.process;

import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.WorkHandedOver;

/** Hands tasks over in the engine, which tells the new assignee like any other. */
@Component
class AssignmentProcess {

    private final TaskService taskService;

    AssignmentProcess(TaskService taskService) {
        this.taskService = taskService;
    }

    /** First of all: a module that knows better whom the work suits decides after it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void handedOver(WorkHandedOver work) {
        taskService.setAssignee(work.taskId(), work.assignee());
    }
}
