package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferPlanService;

@Component
class DetermineRegistrationListener implements TaskListener {

    private final TransferPlanService plans;

    DetermineRegistrationListener(TransferPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void notify(DelegateTask task) {
        RegistrationVariables.set(
                task,
                plans.requireRegistrationByHand(
                        CaseVariables.codeOf(task),
                        Variables.text(task, TransferModel.REGISTRATION_COMPULSORY),
                        task.getVariable(TransferModel.REGISTRATION_DAYS),
                        Variables.text(task, TransferModel.REGISTRATION_BASIS)));
    }
}
