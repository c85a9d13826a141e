package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferPlanService;

@Component
class RegisterTransferListener implements TaskListener {

    private final TransferPlanService plans;

    RegisterTransferListener(TransferPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void notify(DelegateTask task) {
        plans.register(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.REGISTRATION_NUMBER),
                Variables.text(task, TransferModel.REGISTRATION_DATE));
    }
}
