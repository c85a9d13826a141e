package vn.lienket.assignment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.AbsenceRequest;
import vn.lienket.assignment.AbsenceService;
import vn.lienket.assignment.SlaWatch;
import vn.lienket.cases.process.Variables;

/** What the watch of deadlines and the registration of an absence have done at their tasks. */
@Component
public class AssignmentTasks {

    private final SlaWatch slaWatch;
    private final AbsenceService absences;

    AssignmentTasks(SlaWatch slaWatch, AbsenceService absences) {
        this.slaWatch = slaWatch;
        this.absences = absences;
    }

    public void watchDeadlines(DelegateExecution execution) {
        slaWatch.sweep();
    }

    public void registerAbsence(DelegateExecution execution) {
        absences.register(Variables.read(execution, AbsenceRequest.class));
    }
}
