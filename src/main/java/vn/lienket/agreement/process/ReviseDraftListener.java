package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

@Component
class ReviseDraftListener implements TaskListener {

    private final AgreementService agreements;

    ReviseDraftListener(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        CurrentDraft.show(
                task.getExecution(),
                agreements.revise(
                        CaseVariables.codeOf(task),
                        Variables.text(task, AgreementModel.DRAFT_DOCUMENT_ID),
                        Variables.text(task, AgreementModel.REVISION_NOTE)));
    }
}
