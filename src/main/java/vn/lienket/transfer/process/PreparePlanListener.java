package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferPlanService;

@Component
class PreparePlanListener implements TaskListener {

    private final TransferPlanService plans;

    PreparePlanListener(TransferPlanService plans) {
        this.plans = plans;
    }

    @Override
    public void notify(DelegateTask task) {
        TransferCase planned = plans.prepare(
                CaseVariables.codeOf(task),
                Variables.list(task, TransferModel.TRANSFER_ITEMS),
                Variables.map(task, TransferModel.CONTRACT_CLAUSES),
                Variables.text(task, TransferModel.CONTRACT_DOCUMENT_ID));
        task.setVariable(TransferModel.LEAD_EXPERT, planned.leadExpert());
    }
}
