package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class OpenAgreementListener implements ExecutionListener {

    private final AgreementService agreements;

    OpenAgreementListener(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        Agreement agreement = agreements.open(new AgreementRequest(
                Variables.text(execution, AgreementModel.TITLE),
                Variables.text(execution, AgreementModel.AGREEMENT_TYPE),
                Variables.text(execution, CaseVariables.CHANNEL),
                Variables.text(execution, CaseVariables.LEAD_ORGANISATION),
                Variables.codes(execution, AgreementModel.COOPERATION_FIELDS),
                Variables.text(execution, AgreementModel.LEGAL_BASIS),
                Variables.text(execution, AgreementModel.EFFECTIVE_FROM),
                Variables.text(execution, AgreementModel.EFFECTIVE_TO),
                Variables.text(execution, AgreementModel.DRAFT_DOCUMENT_ID),
                Variables.text(execution, AgreementModel.PREDECESSOR)));
        CaseVariables.open(execution, agreement.caseCode(), agreement.title());
    }
}
