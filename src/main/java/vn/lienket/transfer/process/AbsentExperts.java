package vn.lienket.transfer.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.WorkHandedOver;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.TransferService;

/** Gives the assessment of an expert who is away to another one, once his work has been handed over; what the others wrote stays. */
@Component
class AbsentExperts {

    private final TaskService taskService;
    private final TransferService transfers;

    AbsentExperts(TaskService taskService, TransferService transfers) {
        this.taskService = taskService;
        this.transfers = transfers;
    }

    @EventListener
    void handedOver(WorkHandedOver work) {
        Task task = taskService
                .createTaskQuery()
                .taskId(work.taskId())
                .taskDefinitionKey(TransferModel.TASK_ASSESS)
                .singleResult();
        if (task != null) {
            String caseCode = (String) taskService.getVariable(work.taskId(), CaseVariables.CASE_CODE);
            Integer assessment = (Integer) taskService.getVariable(work.taskId(), TransferModel.ASSESSMENT);
            taskService.setAssignee(
                    work.taskId(),
                    transfers
                            .replaceExpert(caseCode, assessment, work.assignee())
                            .orElse(null));
        }
    }
}
