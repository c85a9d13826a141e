package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingRequest;
import vn.lienket.consulting.ConsultingService;

@Component
class OpenConsultingListener implements ExecutionListener {

    private final ConsultingService consulting;

    OpenConsultingListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        ConsultingCase opened = consulting.open(new ConsultingRequest(
                EnterpriseVariables.given(execution),
                Variables.text(execution, ConsultingModel.NEED),
                Variables.text(execution, ConsultingModel.NEED_CATEGORY),
                Variables.text(execution, CaseVariables.CHANNEL)));
        execution.setVariable(CaseVariables.LEAD_ORGANISATION, opened.leadOrganisation());
        CaseVariables.open(execution, opened.caseCode(), opened.title());
    }
}
