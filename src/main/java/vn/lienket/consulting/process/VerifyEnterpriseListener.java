package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingService;

@Component
class VerifyEnterpriseListener implements TaskListener {

    private final ConsultingService consulting;

    VerifyEnterpriseListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateTask task) {
        ConsultingCase verified = consulting.verify(
                CaseVariables.codeOf(task),
                Variables.text(task, ConsultingModel.VERIFICATION_DECISION),
                Variables.text(task, ConsultingModel.VERIFICATION_COMMENT),
                task.getDueDate().toInstant());
        task.setVariable(
                ConsultingModel.VERIFICATION_OUTCOME, Variables.text(task, ConsultingModel.VERIFICATION_DECISION));
        task.setVariable(CaseVariables.CASE_STATUS, consulting.status(verified).number());
        task.removeVariable(CaseVariables.QUIET); // from now on a person works on it
    }
}
