package vn.lienket.transfer.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.RouteRule;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferDeliveryService;
import vn.lienket.transfer.TransferPlanService;
import vn.lienket.transfer.TransferRequest;
import vn.lienket.transfer.TransferService;
import vn.lienket.transfer.TransferState;

/** What the model of transfers has done at its tasks, one method a task: an answer of a form, or a step of the product. */
@Component
public class TransferTasks {

    private final TransferService transfers;
    private final TransferPlanService plans;
    private final TransferDeliveryService deliveries;

    TransferTasks(TransferService transfers, TransferPlanService plans, TransferDeliveryService deliveries) {
        this.transfers = transfers;
        this.plans = plans;
        this.deliveries = deliveries;
    }

    public void openTransfer(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        TransferCase opened = transfers.open(Variables.read(execution, TransferRequest.class));
        execution.setVariable(CaseVariables.LEAD_ORGANISATION, opened.requestingOrganisation());
        execution.setVariable(TransferModel.PROVIDING_ORGANISATION, opened.providingOrganisation());
        CaseVariables.open(execution, opened.caseCode(), opened.title());
    }

    public void checkRequest(DelegateTask task) {
        String decision = Variables.text(task, TransferModel.REQUEST_DECISION);
        transfers.check(
                CaseVariables.codeOf(task),
                decision,
                Variables.text(task, TransferModel.REQUEST_COMMENT),
                task.getDueDate().toInstant());
        task.setVariable(TransferModel.REQUEST_OUTCOME, decision);
    }

    public void supplementRequest(DelegateTask task) {
        TransferCase supplemented = transfers.supplement(
                CaseVariables.codeOf(task),
                Variables.read(task, TransferRequest.class),
                Variables.text(task, TransferModel.SUPPLEMENT_NOTE));
        task.setVariable(CaseVariables.CASE_TITLE, supplemented.title());
    }

    public void suspendTransfer(DelegateExecution execution) {
        transfers.suspend(CaseVariables.codeOf(execution));
    }

    public void routeRequest(DelegateExecution execution) {
        Optional<RouteRule> rule = Decided.route(execution);
        transfers.route(CaseVariables.codeOf(execution), rule);
        execution.setVariable(TransferModel.ROUTE_KNOWN, rule.isPresent());
    }

    public void routeByHand(DelegateTask task) {
        transfers.routeByHand(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.CHOSEN_EXPERTISE),
                task.getVariable(TransferModel.DAYS_ALLOWED),
                Variables.text(task, TransferModel.ROUTE_BASIS));
    }

    public void assessFeasibility(DelegateTask task) {
        transfers.assess(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(TransferModel.ASSESSMENT),
                Variables.text(task, TransferModel.FEASIBILITY),
                task.getVariable(TransferModel.EFFORT_DAYS),
                Variables.text(task, TransferModel.ASSESSMENT_NOTE));
        // the execution of an instance stays, readable by the channel, until the last expert has written
        task.removeVariables(TransferModel.CONFIDENTIAL);
    }

    public void concludeAssessment(DelegateExecution execution) {
        showFeasibility(execution, transfers.concludeAssessment(CaseVariables.codeOf(execution)));
    }

    public void decideFeasibility(DelegateTask task) {
        showFeasibility(
                task,
                transfers.decideFeasibility(
                        CaseVariables.codeOf(task),
                        Variables.text(task, TransferModel.FEASIBILITY_DECISION),
                        Variables.text(task, TransferModel.FEASIBILITY_COMMENT)));
    }

    public void preparePlan(DelegateTask task) {
        TransferCase planned = plans.prepare(
                CaseVariables.codeOf(task),
                Variables.list(task, TransferModel.TRANSFER_ITEMS),
                Variables.map(task, TransferModel.CONTRACT_CLAUSES),
                Variables.text(task, TransferModel.CONTRACT_DOCUMENT_ID));
        task.setVariable(TransferModel.LEAD_EXPERT, planned.leadExpert());
    }

    public void approvePlan(DelegateTask task) {
        plans.approve(
                CaseVariables.codeOf(task),
                Variables.text(task, CaseVariables.PARTY),
                Variables.text(task, TransferModel.PLAN_DECISION),
                Variables.text(task, TransferModel.PLAN_COMMENT));
    }

    public void concludePlanApproval(DelegateExecution execution) {
        execution.setVariable(TransferModel.PLAN_APPROVED, plans.concludeApproval(CaseVariables.codeOf(execution)));
    }

    public void decideRegistration(DelegateExecution execution) {
        showRegistration(
                execution, plans.requireRegistration(CaseVariables.codeOf(execution), Decided.registration(execution)));
    }

    public void determineRegistration(DelegateTask task) {
        showRegistration(
                task,
                plans.requireRegistrationByHand(
                        CaseVariables.codeOf(task),
                        Variables.text(task, TransferModel.REGISTRATION_COMPULSORY),
                        task.getVariable(TransferModel.REGISTRATION_DAYS),
                        Variables.text(task, TransferModel.REGISTRATION_BASIS)));
    }

    public void warnRegistration(DelegateExecution execution) {
        plans.warnRegistration(CaseVariables.codeOf(execution));
    }

    public void registerTransfer(DelegateTask task) {
        plans.register(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.REGISTRATION_NUMBER),
                Variables.text(task, TransferModel.REGISTRATION_DATE));
    }

    public void deliverItem(DelegateTask task) {
        deliveries.deliver(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(TransferModel.TRANSFER_ITEM),
                Variables.text(task, TransferModel.DELIVERY_NOTE),
                Variables.text(task, TransferModel.DELIVERY_DOCUMENT_ID),
                Variables.text(task, TransferModel.DELIVERY_ATTENDEES));
    }

    public void acceptTransfer(DelegateTask task) {
        boolean accepted = deliveries.accept(
                CaseVariables.codeOf(task),
                Variables.text(task, TransferModel.ACCEPTANCE_DECISION),
                Variables.text(task, TransferModel.ACCEPTANCE_COMMENT),
                Variables.codes(task, TransferModel.DEFECTIVE_ITEMS));
        task.setVariable(TransferModel.TRANSFER_ACCEPTED, accepted);
    }

    public void evaluateTransfer(DelegateTask task) {
        deliveries.evaluate(
                CaseVariables.codeOf(task),
                task.getVariable(TransferModel.SCORE),
                Variables.text(task, TransferModel.EVALUATION_COMMENT));
    }

    public void withdrawTransfer(DelegateExecution execution) {
        transfers.withdraw(CaseVariables.codeOf(execution), Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
    }

    private static void showFeasibility(VariableScope scope, TransferCase assessed) {
        boolean tie = assessed.state() == TransferState.DECIDING_FEASIBILITY;
        scope.setVariable(TransferModel.FEASIBILITY_OUTCOME, tie ? TransferModel.TIE : assessed.feasibility());
        scope.setVariable(TransferModel.LEAD_EXPERT, assessed.leadExpert());
    }

    private static void showRegistration(VariableScope scope, TransferCase decided) {
        Boolean compulsory = decided.registration().compulsory();
        scope.setVariable(
                TransferModel.REGISTRATION,
                compulsory == null ? TransferModel.UNKNOWN : compulsory ? TransferModel.COMPULSORY : "voluntary");
    }
}
