package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.ConsultingService;

@Component
class WithdrawConsultingDelegate implements JavaDelegate {

    private final ConsultingService consulting;

    WithdrawConsultingDelegate(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consulting.withdraw(
                CaseVariables.codeOf(execution), Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
        CaseVariables.setStatus(execution, CaseStatus.WITHDRAWN);
    }
}
