package vn.lienket.agreement.process;

import java.util.Comparator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.Draft;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;

/** Shows the newest version of the draft to the forms of the next tasks. */
final class CurrentDraft {

    private CurrentDraft() {}

    static void show(DelegateExecution execution, Agreement agreement) {
        Draft draft = agreement.drafts().stream()
                .max(Comparator.comparingInt(Draft::version))
                .orElseThrow();
        execution.setVariable(AgreementModel.DRAFT_VERSION, draft.version());
        execution.setVariable(
                AgreementModel.CURRENT_DRAFT_DOCUMENT_ID, draft.document().toString());
        execution.setVariable(AgreementModel.CURRENT_DRAFT_NOTE, draft.note());
        execution.setVariable(AgreementModel.EARLIER_COMMENTS, EarlierComments.of(agreement));
        CaseVariables.setStatus(execution, CaseStatus.IN_PROGRESS);
    }
}
