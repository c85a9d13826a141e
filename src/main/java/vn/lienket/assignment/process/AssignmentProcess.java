package vn.lienket.assignment.process;

import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.WorkHandedOver;

/** Hands tasks over in the engine, which tells the new assignee like any other. */
@Component
class AssignmentProcess {

    private final TaskService taskService;

    AssignmentProcess(TaskService taskService) {
        this.taskService = taskService;
    }

    @EventListener
    void handedOver(WorkHandedOver work) {
        taskService.setAssignee(work.taskId(), work.assignee());
    }
}
