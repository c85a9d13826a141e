package vn.lienket.paper.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.paper.PaperService;
import vn.lienket.paper.PaperSigning;
import vn.lienket.paper.PaperTurn;

/** What the signing of a paper has done at its task. */
@Component
public class PaperTasks {

    private final PaperService papers;
    private final PaperTurns turns;

    PaperTasks(PaperService papers, PaperTurns turns) {
        this.papers = papers;
        this.turns = turns;
    }

    /** The task of a turn belongs to the role in the party. */
    public void nameSigner(DelegateExecution execution) {
        PaperTurn turn = turns.turn(
                Variables.text(execution, PaperModel.SIGNING_ID), (Integer) execution.getVariable(PaperModel.TURN));
        execution.setVariableLocal(CaseVariables.PARTY, turn.organisation());
        execution.setVariableLocal(PaperModel.SIGNER_ROLE, turn.role().id());
    }

    public void signPaper(DelegateTask task) {
        PaperSigning answered = papers.answer(
                UUID.fromString(Variables.text(task, PaperModel.SIGNING_ID)),
                Variables.text(task, CaseVariables.PARTY),
                (Integer) task.getVariable(PaperModel.TURN),
                Variables.text(task, PaperModel.SIGNING_DECISION),
                Variables.text(task, PaperModel.SIGNING_COMMENT),
                Variables.text(task, PaperModel.SIGNED_DOCUMENT_ID),
                Variables.flag(task, PaperModel.SIGNED_BY_HAND));
        task.getExecution()
                .getProcessInstance()
                .setVariable(PaperModel.SIGNING_STATE, answered.state().name());
    }
}
