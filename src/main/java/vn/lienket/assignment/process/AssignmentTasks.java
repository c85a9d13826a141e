package vn.lienket.assignment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.AbsenceRequest;
import vn.lienket.assignment.AbsenceService;
import vn.lienket.assignment.SlaWatch;
import vn.lienket.assignment.SuccessionService;
import vn.lienket.cases.process.Variables;

/** What the watch of deadlines, the registration of an absence and the passing on to a successor have done at their tasks. */
@Component
public class AssignmentTasks {

    private final SlaWatch slaWatch;
    private final AbsenceService absences;
    private final SuccessionService successions;

    AssignmentTasks(SlaWatch slaWatch, AbsenceService absences, SuccessionService successions) {
        this.slaWatch = slaWatch;
        this.absences = absences;
        this.successions = successions;
    }

    public void watchDeadlines(DelegateExecution execution) {
        successions.watch();
        slaWatch.sweep();
    }

    public void passOpenWork(DelegateExecution execution) {
        boolean left = successions.passNext(Variables.text(execution, SuccessionModel.PREDECESSOR));
        execution.setVariable(SuccessionModel.WORK_LEFT, left);
    }

    public void tellSuccessor(DelegateExecution execution) {
        successions.finish(Variables.text(execution, SuccessionModel.PREDECESSOR));
    }

    public void registerAbsence(DelegateExecution execution) {
        absences.register(Variables.read(execution, AbsenceRequest.class));
    }
}
