package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingService;

@Component
class RejectLargeEnterpriseDelegate implements JavaDelegate {

    private final ConsultingService consulting;

    RejectLargeEnterpriseDelegate(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consulting.rejectLarge(CaseVariables.codeOf(execution));
        CaseVariables.setStatus(execution, CaseStatus.NOT_ACCEPTED);
    }
}
