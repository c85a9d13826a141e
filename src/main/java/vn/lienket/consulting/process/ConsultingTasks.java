package vn.lienket.consulting.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.BulkOpening;
import vn.lienket.consulting.BulkOpeningService;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingRequest;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.LevelRule;
import vn.lienket.consulting.OutcomePaper;
import vn.lienket.consulting.OutcomePapers;
import vn.lienket.consulting.RoadmapAnswer;
import vn.lienket.consulting.RoadmapService;
import vn.lienket.consulting.SizeRule;
import vn.lienket.consulting.Stage;
import vn.lienket.consulting.SupportKind;
import vn.lienket.consulting.SupportRules;
import vn.lienket.consulting.SupportService;
import vn.lienket.enterprise.EnterpriseInput;

/** What the models of consulting have done at their tasks, one method a task: an answer of a form, or a step of the product. */
@Component
public class ConsultingTasks {

    private final ConsultingService consulting;
    private final AssessmentService assessments;
    private final RoadmapService roadmaps;
    private final SupportService support;
    private final SupportRules supportRules;
    private final OutcomePapers papers;
    private final ConsultingBulkProcess bulkProcess;
    private final BulkOpeningService bulks;

    ConsultingTasks(
            ConsultingService consulting,
            AssessmentService assessments,
            RoadmapService roadmaps,
            SupportService support,
            SupportRules supportRules,
            OutcomePapers papers,
            ConsultingBulkProcess bulkProcess,
            BulkOpeningService bulks) {
        this.consulting = consulting;
        this.assessments = assessments;
        this.roadmaps = roadmaps;
        this.support = support;
        this.supportRules = supportRules;
        this.papers = papers;
        this.bulkProcess = bulkProcess;
        this.bulks = bulks;
    }

    public void openConsulting(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        ConsultingCase opened = consulting.open(new ConsultingRequest(
                enterprise(execution),
                Variables.text(execution, ConsultingModel.NEED),
                Variables.text(execution, ConsultingModel.NEED_CATEGORY),
                Variables.text(execution, CaseVariables.CHANNEL)));
        execution.setVariable(CaseVariables.LEAD_ORGANISATION, opened.leadOrganisation());
        CaseVariables.open(execution, opened.caseCode(), opened.title());
    }

    public void classifyEnterprise(DelegateExecution execution) {
        Optional<SizeRule> rule = Decided.size(execution);
        consulting.classify(CaseVariables.codeOf(execution), rule);
        execution.setVariable(
                ConsultingModel.ENTERPRISE_SIZE, rule.map(SizeRule::size).orElse(ConsultingModel.UNKNOWN));
    }

    public void determineSize(DelegateTask task) {
        String size = consulting
                .determineSize(
                        CaseVariables.codeOf(task),
                        Variables.text(task, ConsultingModel.CHOSEN_SIZE),
                        Variables.text(task, ConsultingModel.SIZE_BASIS))
                .size();
        task.setVariable(ConsultingModel.ENTERPRISE_SIZE, size);
    }

    public void rejectLargeEnterprise(DelegateExecution execution) {
        consulting.rejectLarge(CaseVariables.codeOf(execution));
    }

    public void verifyEnterprise(DelegateTask task) {
        String decision = Variables.text(task, ConsultingModel.VERIFICATION_DECISION);
        consulting.verify(
                CaseVariables.codeOf(task),
                decision,
                Variables.text(task, ConsultingModel.VERIFICATION_COMMENT),
                task.getDueDate().toInstant());
        task.setVariable(ConsultingModel.VERIFICATION_OUTCOME, decision);
        task.removeVariable(CaseVariables.QUIET); // from now on a person works on it
    }

    public void supplementEnterprise(DelegateTask task) {
        consulting.supplement(
                CaseVariables.codeOf(task),
                enterprise(task),
                Variables.text(task, ConsultingModel.NEED),
                Variables.text(task, ConsultingModel.NEED_CATEGORY),
                Variables.text(task, ConsultingModel.SUPPLEMENT_NOTE));
    }

    public void suspendConsulting(DelegateExecution execution) {
        consulting.suspend(CaseVariables.codeOf(execution));
    }

    public void assignConsultant(DelegateExecution execution) {
        showConsultant(
                execution, consulting.assignConsultant(CaseVariables.codeOf(execution), Decided.consultant(execution)));
    }

    public void chooseConsultant(DelegateTask task) {
        showConsultant(
                task,
                consulting.chooseConsultant(
                        CaseVariables.codeOf(task), Variables.text(task, ConsultingModel.CHOSEN_CONSULTANT)));
    }

    public void assessMaturity(DelegateTask task) {
        task.setVariable(ConsultingModel.CONSULTANT, assess(task, Stage.BEFORE).consultant());
    }

    public void levelMaturity(DelegateExecution execution) {
        level(execution, Stage.BEFORE, ConsultingModel.MATURITY_LEVEL);
    }

    public void determineLevel(DelegateTask task) {
        determineLevel(task, Stage.BEFORE, ConsultingModel.MATURITY_LEVEL);
    }

    public void draftRoadmap(DelegateTask task) {
        roadmaps.draft(
                CaseVariables.codeOf(task),
                Variables.list(task, ConsultingModel.ROADMAP_STEPS),
                Variables.text(task, ConsultingModel.ROADMAP_DOCUMENT_ID),
                supportRules);
    }

    public void confirmRoadmap(DelegateTask task) {
        answerRoadmap(task);
    }

    public void recordRoadmapAnswer(DelegateExecution execution) {
        answerRoadmap(execution);
        // a message leaves them in the case, where the next answer would take over what it leaves out itself
        execution.removeVariables(List.of(ConsultingModel.ROADMAP_DECISION, ConsultingModel.ROADMAP_COMMENT));
    }

    public void entitleSupport(DelegateExecution execution) {
        SupportKind kind = SupportKind.of(Variables.text(execution, ConsultingModel.SUPPORT_KIND))
                .orElseThrow();
        support.entitle(CaseVariables.codeOf(execution), kind, Decided.support(execution));
    }

    public void determineEntitlement(DelegateTask task) {
        support.determineEntitlements(CaseVariables.codeOf(task), Variables.list(task, ConsultingModel.ENTITLEMENTS));
    }

    public void decideSupport(DelegateTask task) {
        boolean onPaper = support.decide(
                CaseVariables.codeOf(task),
                Variables.text(task, ConsultingModel.SUPPORT_DECISION),
                Variables.text(task, ConsultingModel.SUPPORT_COMMENT),
                registersPapers(task));
        task.setVariable(
                ConsultingModel.OUTCOME_PAPER,
                onPaper ? OutcomePaper.Kind.DECISION.documentKind() : ConsultingModel.NO_PAPER);
    }

    public void registerOutcome(DelegateTask task) {
        papers.register(
                CaseVariables.codeOf(task),
                Variables.text(task, ConsultingModel.DOCUMENT_NUMBER),
                Variables.text(task, ConsultingModel.DOCUMENT_DATE));
    }

    public void carryOutRoadmapStep(DelegateTask task) {
        roadmaps.carryOut(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(ConsultingModel.ROADMAP_STEP),
                Variables.text(task, ConsultingModel.STEP_RESULT),
                task.getVariable(ConsultingModel.ACTUAL_COST),
                Variables.text(task, ConsultingModel.EVIDENCE_DOCUMENT_ID));
    }

    public void reassessMaturity(DelegateTask task) {
        assess(task, Stage.AFTER);
    }

    public void levelReassessment(DelegateExecution execution) {
        level(execution, Stage.AFTER, ConsultingModel.REASSESSED_LEVEL);
    }

    public void determineReassessedLevel(DelegateTask task) {
        determineLevel(task, Stage.AFTER, ConsultingModel.REASSESSED_LEVEL);
    }

    public void closeConsulting(DelegateTask task) {
        roadmaps.close(
                CaseVariables.codeOf(task),
                Variables.text(task, ConsultingModel.CLOSING_NOTE),
                task.getVariable(ConsultingModel.SATISFACTION),
                registersPapers(task));
        task.setVariable(ConsultingModel.OUTCOME_PAPER, OutcomePaper.Kind.REPORT.documentKind());
    }

    public void withdrawConsulting(DelegateExecution execution) {
        consulting.withdraw(
                CaseVariables.codeOf(execution), Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
    }

    public void openNextCases(DelegateExecution execution) {
        BulkOpening reached = bulkProcess.openNext(bulk(execution));
        execution.setVariable(ConsultingBulkModel.BULK_OPENED, reached.opened());
        execution.setVariable(ConsultingBulkModel.BULK_REFUSED, reached.refused());
        execution.setVariable(ConsultingBulkModel.BULK_REMAINING, reached.remaining());
    }

    public void reportBulkResult(DelegateExecution execution) {
        bulks.conclude(bulk(execution));
    }

    /** A case that began before papers were registered goes on without. */
    private static boolean registersPapers(DelegateTask task) {
        return task.getBpmnModelInstance().getModelElementById(ConsultingModel.TASK_REGISTER_OUTCOME) != null;
    }

    /** What was filled in; an empty field counts as not given. */
    private static EnterpriseInput enterprise(VariableScope scope) {
        Map<String, Object> fields = new HashMap<>();
        for (String name : ConsultingModel.ENTERPRISE_FIELDS) {
            Object value = scope.getVariable(name);
            if (value != null && !value.toString().isBlank()) {
                fields.put(name, value);
            }
        }
        return new EnterpriseInput(fields);
    }

    private ConsultingCase assess(DelegateTask task, Stage stage) {
        return assessments.assess(
                CaseVariables.codeOf(task),
                stage,
                Variables.text(task, ConsultingModel.FRAMEWORK_VERSION),
                Variables.map(task, ConsultingModel.ANSWERS));
    }

    private void level(DelegateExecution execution, Stage stage, String variable) {
        Optional<LevelRule> rule = Decided.level(execution);
        assessments.level(CaseVariables.codeOf(execution), stage, rule);
        execution.setVariable(variable, rule.map(LevelRule::level).orElse(ConsultingModel.UNKNOWN));
    }

    private void determineLevel(DelegateTask task, Stage stage, String variable) {
        String chosen = Variables.text(task, ConsultingModel.CHOSEN_LEVEL);
        assessments.determineLevel(
                CaseVariables.codeOf(task), stage, chosen, Variables.text(task, ConsultingModel.LEVEL_BASIS));
        task.setVariable(variable, chosen);
    }

    /** A case that has been given to no organisation waits for a person to choose. */
    private static void showConsultant(VariableScope scope, ConsultingCase assigned) {
        String organisation = assigned.consultantOrganisation();
        scope.setVariable(
                ConsultingModel.CONSULTANT_ORGANISATION, organisation == null ? ConsultingModel.UNKNOWN : organisation);
        scope.setVariable(ConsultingModel.CONSULTANT, assigned.consultant());
    }

    private void answerRoadmap(VariableScope scope) {
        ConsultingCase answered = roadmaps.answer(
                CaseVariables.codeOf(scope),
                Variables.text(scope, ConsultingModel.ROADMAP_DECISION),
                Variables.text(scope, ConsultingModel.ROADMAP_COMMENT));
        List<RoadmapAnswer> answers = answered.roadmapAnswers();
        scope.setVariable(
                ConsultingModel.ROADMAP_OUTCOME, answers.get(answers.size() - 1).decision());
    }

    private static UUID bulk(DelegateExecution execution) {
        return UUID.fromString(Variables.text(execution, ConsultingBulkModel.BULK_ID));
    }
}
