package vn.lienket.assignment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.SlaWatch;

/** What the watch of deadlines has done at its task. */
@Component
public class AssignmentTasks {

    private final SlaWatch slaWatch;

    AssignmentTasks(SlaWatch slaWatch) {
        this.slaWatch = slaWatch;
    }

    public void watchDeadlines(DelegateExecution execution) {
        slaWatch.sweep();
    }
}
