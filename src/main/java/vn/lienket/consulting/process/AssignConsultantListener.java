package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingService;

@Component
class AssignConsultantListener implements ExecutionListener {

    private final ConsultingService consulting;

    AssignConsultantListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ConsultantVariables.set(
                execution, consulting.assignConsultant(CaseVariables.codeOf(execution), Decided.consultant(execution)));
    }
}
