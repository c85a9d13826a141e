package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.dossier.CaseStatus;
import vn.lienket.engine.CaseVariables;
import vn.lienket.engine.Variables;

@Component
class RejectLargeEnterpriseDelegate implements JavaDelegate {

    private final ConsultingService consulting;

    RejectLargeEnterpriseDelegate(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consulting.rejectLarge(Variables.text(execution, CaseVariables.CASE_CODE));
        CaseVariables.setStatus(execution, CaseStatus.NOT_ACCEPTED);
    }
}
