package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.SupportService;

@Component
class DecideSupportListener implements TaskListener {

    private final SupportService support;

    DecideSupportListener(SupportService support) {
        this.support = support;
    }

    @Override
    public void notify(DelegateTask task) {
        support.decide(
                CaseVariables.codeOf(task),
                Variables.text(task, ConsultingModel.SUPPORT_DECISION),
                Variables.text(task, ConsultingModel.SUPPORT_COMMENT));
    }
}
