package vn.lienket.agreement.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.AgreementTurn;
import vn.lienket.agreement.Draft;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

/** What the models of agreements have done at their tasks, one method a task: an answer of a form, or a step of the product. */
@Component
public class AgreementTasks {

    private static final int MAX_COMMENTS = 3900;

    private final AgreementService agreements;
    private final AgreementProcess process;
    private final CaseMessages messages;

    AgreementTasks(AgreementService agreements, AgreementProcess process, CaseMessages messages) {
        this.agreements = agreements;
        this.process = process;
        this.messages = messages;
    }

    public void openAgreement(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        Agreement opened = agreements.open(Variables.read(execution, AgreementRequest.class));
        CaseVariables.open(execution, opened.caseCode(), opened.title());
    }

    public void draftAgreement(DelegateTask task) {
        showDraft(
                task.getExecution(),
                agreements.draft(
                        CaseVariables.codeOf(task),
                        Variables.text(task, AgreementModel.DRAFT_DOCUMENT_ID),
                        Variables.flag(task, AgreementModel.GENERATE_DRAFT),
                        Variables.text(task, AgreementModel.DRAFT_NOTE)));
    }

    public void reviewDraft(DelegateTask task) {
        agreements.review(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, AgreementModel.REVIEW_DECISION),
                Variables.text(task, AgreementModel.REVIEW_COMMENT));
    }

    public void concludeReview(DelegateExecution execution) {
        showOutcome(
                execution, AgreementModel.REVIEW_OUTCOME, agreements.concludeReview(CaseVariables.codeOf(execution)));
    }

    public void reviseDraft(DelegateTask task) {
        showDraft(
                task.getExecution(),
                agreements.revise(
                        CaseVariables.codeOf(task),
                        Variables.text(task, AgreementModel.DRAFT_DOCUMENT_ID),
                        Variables.flag(task, AgreementModel.GENERATE_DRAFT),
                        Variables.text(task, AgreementModel.REVISION_NOTE)));
    }

    public void approveForSigning(DelegateTask task) {
        agreements.approve(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, AgreementModel.APPROVAL_DECISION),
                Variables.text(task, AgreementModel.APPROVAL_COMMENT));
    }

    public void concludeApproval(DelegateExecution execution) {
        showOutcome(
                execution,
                AgreementModel.APPROVAL_OUTCOME,
                agreements.concludeApproval(CaseVariables.codeOf(execution)));
    }

    public void awaitSignatures(DelegateExecution execution) {
        agreements.awaitSignatures(CaseVariables.codeOf(execution));
    }

    /** The task of a turn belongs to the role in the party. */
    public void nameSigner(DelegateExecution execution) {
        AgreementTurn turn =
                agreements.turn(CaseVariables.codeOf(execution), (Integer) execution.getVariable(AgreementModel.TURN));
        execution.setVariableLocal(CaseVariables.PARTY, turn.party());
        execution.setVariableLocal(AgreementModel.SIGNER_ROLE, turn.role().id());
    }

    public void signAgreement(DelegateTask task) {
        agreements.sign(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                (Integer) task.getVariable(AgreementModel.TURN),
                Variables.text(task, AgreementModel.SIGNED_DOCUMENT_ID),
                Variables.flag(task, AgreementModel.SIGNED_BY_HAND));
        task.getExecution()
                .getProcessInstance()
                .setVariable(
                        AgreementModel.CURRENT_SIGNED_DOCUMENT_ID,
                        Variables.text(task, AgreementModel.SIGNED_DOCUMENT_ID));
    }

    public void registerAgreement(DelegateTask task) {
        agreements.register(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, AgreementModel.DOCUMENT_NUMBER),
                Variables.text(task, AgreementModel.DOCUMENT_DATE));
    }

    public void enterIntoForce(DelegateExecution execution) {
        agreements.enterIntoForce(CaseVariables.codeOf(execution));
    }

    public void withdrawAgreement(DelegateExecution execution) {
        agreements.withdraw(
                CaseVariables.codeOf(execution), Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
    }

    public void warnExpiry(DelegateExecution execution) {
        agreements.warnExpiry(
                CaseVariables.codeOf(execution), Integer.parseInt(Variables.text(execution, AgreementModel.DAYS_LEFT)));
    }

    public void decideRenewal(DelegateTask task) {
        agreements.decideRenewal(Variables.text(task, AgreementModel.RENEWAL_DECISION));
    }

    public void renewAgreement(DelegateExecution execution) {
        process.start(agreements.renewal(CaseVariables.codeOf(execution)));
    }

    public void expireAgreement(DelegateExecution execution) {
        agreements.expire(CaseVariables.codeOf(execution));
    }

    public void requestTermination(DelegateExecution execution) {
        messages.send(execution, AgreementModel.MESSAGE_TERMINATED, AgreementModel.TERMINATION_REASON);
    }

    public void terminateAgreement(DelegateExecution execution) {
        agreements.terminate(
                CaseVariables.codeOf(execution), Variables.text(execution, AgreementModel.TERMINATION_REASON));
    }

    /** To the forms of the next tasks, in cases that began when these showed variables. */
    private static void showDraft(VariableScope scope, Agreement submitted) {
        Draft draft = submitted.drafts().get(submitted.drafts().size() - 1);
        scope.setVariable(AgreementModel.DRAFT_VERSION, draft.version());
        scope.setVariable(
                AgreementModel.CURRENT_DRAFT_DOCUMENT_ID, draft.document().toString());
        scope.setVariable(AgreementModel.CURRENT_DRAFT_NOTE, draft.note());
        scope.setVariable(AgreementModel.EARLIER_COMMENTS, earlierComments(submitted));
    }

    private static void showOutcome(VariableScope scope, String variable, Agreement concluded) {
        boolean revised = concluded.state() == AgreementState.REVISING;
        scope.setVariable(variable, revised ? AgreementModel.NOT_APPROVED : AgreementModel.APPROVED);
        scope.setVariable(AgreementModel.EARLIER_COMMENTS, earlierComments(concluded));
    }

    /** The comments of all rounds as one short Markdown text, newest first; a variable holds 4,000 characters. */
    private static String earlierComments(Agreement agreement) {
        String text = agreement.opinions().stream()
                .filter(opinion -> opinion.comment() != null)
                .sorted((a, b) -> b.givenAt().compareTo(a.givenAt()))
                .map(opinion -> "- %s, phiên bản %d, %s: %s"
                        .formatted(
                                opinion.stage().label(),
                                opinion.version(),
                                agreement.partyName(opinion.party()),
                                opinion.comment().replaceAll("\\s+", " ")))
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= MAX_COMMENTS ? text : text.substring(0, MAX_COMMENTS) + " …";
    }
}
