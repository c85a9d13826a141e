package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class ReviewDraftListener implements TaskListener {

    private final AgreementService agreements;

    ReviewDraftListener(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        agreements.review(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, AgreementModel.REVIEW_DECISION),
                Variables.text(task, AgreementModel.REVIEW_COMMENT));
    }
}
