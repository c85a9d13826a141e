package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.TransferPlanService;

@Component
class DecideRegistrationListener implements ExecutionListener {

    private final TransferPlanService plans;

    DecideRegistrationListener(TransferPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void notify(DelegateExecution execution) {
        RegistrationVariables.set(
                execution, plans.requireRegistration(CaseVariables.codeOf(execution), Decided.registration(execution)));
    }
}
