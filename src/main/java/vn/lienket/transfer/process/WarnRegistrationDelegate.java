package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.TransferPlanService;

@Component
class WarnRegistrationDelegate implements JavaDelegate {

    private final TransferPlanService plans;

    WarnRegistrationDelegate(TransferPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.warnRegistration(CaseVariables.codeOf(execution));
    }
}
