package vn.lienket.programme.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityRequest;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.ProgrammeOpening;
import vn.lienket.programme.ProgrammeService;

/** What the models of activities have done at their tasks, one method a task: an answer of a form, or a step of the product. */
@Component
public class ProgrammeTasks {

    private final ActivityService activities;
    private final ProgrammeService programmes;
    private final ActivityProcess process;

    ProgrammeTasks(ActivityService activities, ProgrammeService programmes, ActivityProcess process) {
        this.activities = activities;
        this.programmes = programmes;
        this.process = process;
    }

    public void openActivity(DelegateExecution execution) {
        if (process.isBegun(execution)) {
            show(execution, activities.find(CaseVariables.codeOf(execution)).orElseThrow());
            return;
        }
        CaseVariables.requireNew(execution);
        Activity opened = activities.open(Variables.read(execution, ActivityRequest.class));
        show(execution, opened);
        // the table has them, and a plan may be long
        execution.removeVariable(ActivityModel.WORK_ITEMS);
    }

    private static void show(DelegateExecution execution, Activity opened) {
        execution.setVariable(CaseVariables.CHANNEL, opened.channel());
        execution.setVariable(CaseVariables.LEAD_ORGANISATION, opened.terms().leadOrganisation());
        execution.setVariable(ActivityModel.PARTNER_ORGANISATION, opened.terms().partnerOrganisation());
        execution.setVariable(CaseVariables.AGREEMENT_CODE, opened.terms().agreement());
        CaseVariables.open(execution, opened.caseCode(), opened.terms().title());
    }

    public void planActivity(DelegateTask task) {
        activities.plan(
                CaseVariables.codeOf(task),
                Variables.list(task, ActivityModel.WORK_ITEMS),
                Variables.text(task, ActivityModel.INDICATOR_TARGET),
                Variables.text(task, ActivityModel.PLAN_NOTE));
        task.removeVariable(CaseVariables.QUIET); // from now on people work on it
    }

    public void acceptPlan(DelegateTask task) {
        boolean accepted = activities.answerPlan(
                CaseVariables.codeOf(task),
                Variables.text(task, ActivityModel.PLAN_DECISION),
                Variables.text(task, ActivityModel.PLAN_COMMENT));
        task.setVariable(ActivityModel.PLAN_ACCEPTED, accepted);
    }

    public void carryOutWorkItem(DelegateTask task) {
        activities.carryOut(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(ActivityModel.WORK_ITEM),
                Variables.text(task, ActivityModel.WORK_ITEM_RESULT),
                Variables.text(task, ActivityModel.EVIDENCE_DOCUMENT_ID));
    }

    public void reportProgress(DelegateTask task) {
        activities.report(
                CaseVariables.codeOf(task),
                task.getVariable(ActivityModel.PROGRESS_PERCENT),
                Variables.text(task, ActivityModel.PROGRESS_NOTE));
    }

    public void recordIndicator(DelegateTask task) {
        activities.measure(
                CaseVariables.codeOf(task),
                task.getVariable(ActivityModel.INDICATOR_VALUE),
                Variables.text(task, ActivityModel.INDICATOR_DATE),
                Variables.text(task, ActivityModel.INDICATOR_DOCUMENT_ID));
    }

    public void confirmResult(DelegateTask task) {
        boolean confirmed = activities.confirm(
                CaseVariables.codeOf(task),
                Variables.text(task, ActivityModel.RESULT_DECISION),
                Variables.text(task, ActivityModel.RESULT_COMMENT),
                Variables.codes(task, ActivityModel.REWORK_ITEMS));
        task.setVariable(ActivityModel.RESULT_CONFIRMED, confirmed);
    }

    public void decideContinuation(DelegateTask task) {
        boolean stopped = activities.decideContinuation(
                CaseVariables.codeOf(task),
                Variables.text(task, ActivityModel.CONTINUATION_DECISION),
                Variables.text(task, ActivityModel.CONTINUATION_COMMENT));
        task.setVariable(ActivityModel.ACTIVITY_STOPPED, stopped);
    }

    public void stopActivity(DelegateExecution execution) {
        activities.stop(CaseVariables.codeOf(execution));
    }

    public void withdrawActivity(DelegateExecution execution) {
        activities.withdraw(
                CaseVariables.codeOf(execution), Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
    }

    public void openProgramme(DelegateExecution execution) {
        ProgrammeOpening opening = programmes.open(
                Variables.text(execution, CaseVariables.AGREEMENT_CODE),
                execution.getVariable(ActivityModel.YEAR),
                Variables.elements(execution, ActivityModel.FIELDS));
        execution.setProcessBusinessKey(opening.id().toString());
        execution.setVariable(CaseVariables.CHANNEL, opening.channel());
        execution.setVariable(ActivityModel.OPENING_ID, opening.id().toString());
        execution.removeVariable(ActivityModel.FIELDS);
    }

    public void beginActivity(DelegateExecution execution) {
        process.begin((String) execution.getVariable(ActivityModel.OPENED_ACTIVITY));
    }

    public void tellProgramme(DelegateExecution execution) {
        programmes.tell(UUID.fromString((String) execution.getVariable(ActivityModel.OPENING_ID)));
    }
}
