package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.SupportKind;
import vn.lienket.consulting.SupportService;

@Component
class EntitleSupportListener implements ExecutionListener {

    private final SupportService support;

    EntitleSupportListener(SupportService support) {
        this.support = support;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SupportKind kind = SupportKind.of(Variables.text(execution, ConsultingModel.SUPPORT_KIND))
                .orElseThrow();
        support.entitle(CaseVariables.codeOf(execution), kind, Decided.support(execution));
    }
}
