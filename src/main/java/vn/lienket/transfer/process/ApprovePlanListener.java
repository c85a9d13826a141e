package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferPlanService;

@Component
class ApprovePlanListener implements TaskListener {

    private final TransferPlanService plans;

    ApprovePlanListener(TransferPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void notify(DelegateTask task) {
        plans.approve(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, TransferModel.PLAN_DECISION),
                Variables.text(task, TransferModel.PLAN_COMMENT));
    }
}
