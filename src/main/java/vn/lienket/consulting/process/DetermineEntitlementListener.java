package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.SupportService;

@Component
class DetermineEntitlementListener implements TaskListener {

    private final SupportService support;

    DetermineEntitlementListener(SupportService support) {
        this.support = support;
    }

    @Override
    public void notify(DelegateTask task) {
        support.determineEntitlements(CaseVariables.codeOf(task), Variables.list(task, ConsultingModel.ENTITLEMENTS));
    }
}
