package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.ConsultingService;

@Component
class SupplementEnterpriseListener implements TaskListener {

    private final ConsultingService consulting;

    SupplementEnterpriseListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateTask task) {
        consulting.supplement(
                CaseVariables.codeOf(task),
                EnterpriseVariables.given(task),
                Variables.text(task, ConsultingModel.NEED),
                Variables.text(task, ConsultingModel.NEED_CATEGORY),
                Variables.text(task, ConsultingModel.SUPPLEMENT_NOTE));
        task.setVariable(CaseVariables.CASE_STATUS, CaseStatus.REGISTERED.number());
    }
}
