package vn.lienket.consulting.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.Applicant;

/** The ids and variables of the consulting models. {@code ModelContractTest} holds this class and the models together. */
public final class ConsultingModel {

    public static final String PROCESS = "SmeConsultingProcess";

    public static final String MESSAGE_ROADMAP_ANSWERED = "Message_RoadmapAnswered";

    public static final String DECISION_CONSULTANT = "Decision_AssignConsultant";
    public static final String DECISION_LEVEL = "Decision_MaturityLevel";
    public static final String DECISION_SUPPORT = "Decision_SupportEntitlement";
    public static final String DECISION_REASSESSED_LEVEL = "Decision_ReassessedLevel";

    public static final String TASK_DETERMINE_SIZE = "Task_DetermineSize";
    public static final String TASK_VERIFY = "Task_VerifyEnterprise";
    public static final String TASK_SUPPLEMENT = "Task_SupplementEnterprise";
    public static final String TASK_SUSPEND = "Task_SuspendCase";
    public static final String TASK_REJECT_LARGE = "Task_RejectLargeEnterprise";
    public static final String TASK_CHOOSE_CONSULTANT = "Task_ChooseConsultant";
    public static final String TASK_ASSESS = "Task_AssessMaturity";
    public static final String TASK_DETERMINE_LEVEL = "Task_DetermineLevel";
    public static final String TASK_DRAFT_ROADMAP = "Task_DraftRoadmap";
    public static final String TASK_CONFIRM_ROADMAP = "Task_ConfirmRoadmap";
    public static final String TASK_RECORD_ROADMAP_ANSWER = "Task_RecordRoadmapAnswer";
    public static final String TASK_DETERMINE_ENTITLEMENT = "Task_DetermineEntitlement";
    public static final String TASK_DECIDE_SUPPORT = "Task_DecideSupport";
    public static final String TASK_CARRY_OUT_STEP = "Task_CarryOutRoadmapStep";
    public static final String TASK_REASSESS = "Task_ReassessMaturity";
    public static final String TASK_DETERMINE_REASSESSED_LEVEL = "Task_DetermineReassessedLevel";
    public static final String TASK_REGISTER_OUTCOME = "Task_RegisterOutcome";
    public static final String TASK_CLOSE = "Task_CloseCase";
    public static final String TASK_WITHDRAW = "Task_WithdrawConsulting";

    public static final String SUB_PROCESS_INTAKE = "SubProcess_Intake";
    public static final String SUB_PROCESS_IMPLEMENTATION = "SubProcess_Implementation";

    public static final String START_REQUESTED = "StartEvent_ConsultingRequested";
    public static final String START_WITHDRAWN = "StartEvent_Withdrawn";

    public static final String EVENT_SUPPLEMENT_SILENT = "Event_SupplementSilent";
    public static final String EVENT_ROADMAP_ANSWERED = "Event_RoadmapAnswered";

    public static final String END_NOT_SME = "EndEvent_NotSme";
    public static final String END_DECLINED = "EndEvent_Declined";
    public static final String END_SUSPENDED = "EndEvent_Suspended";
    public static final String END_ROADMAP_CONFIRMED = "EndEvent_RoadmapConfirmed";
    public static final String END_ROADMAP_DECLINED = "EndEvent_RoadmapDeclined";
    public static final String END_CLOSED = "EndEvent_Closed";
    public static final String END_WITHDRAWN = "EndEvent_Withdrawn";

    static final String TAX_CODE = "taxCode";
    static final String NEED = "need";
    static final String NEED_CATEGORY = "needCategory";
    static final String SUPPLEMENT_NOTE = "supplementNote";

    static final String CHOSEN_SIZE = "chosenSize";
    static final String SIZE_BASIS = "sizeBasis";
    static final String VERIFICATION_DECISION = "verificationDecision";
    static final String VERIFICATION_COMMENT = "verificationComment";
    static final String CHOSEN_CONSULTANT = "chosenConsultant";
    static final String FRAMEWORK_VERSION = "frameworkVersion";
    static final String ANSWERS = "answers";
    static final String CHOSEN_LEVEL = "chosenLevel";
    static final String LEVEL_BASIS = "levelBasis";
    static final String ROADMAP_STEPS = "roadmapSteps";
    static final String ROADMAP_DOCUMENT_ID = "roadmapDocumentId";
    static final String ROADMAP_DECISION = "roadmapDecision";
    static final String ROADMAP_COMMENT = "roadmapComment";
    static final String ENTITLEMENTS = "entitlements";
    static final String SUPPORT_DECISION = "supportDecision";
    static final String SUPPORT_COMMENT = "supportComment";
    static final String STEP_RESULT = "stepResult";
    static final String ACTUAL_COST = "actualCost";
    static final String EVIDENCE_DOCUMENT_ID = "evidenceDocumentId";
    static final String CLOSING_NOTE = "closingNote";
    static final String SATISFACTION = "satisfaction";
    static final String DOCUMENT_NUMBER = "documentNumber";
    static final String DOCUMENT_DATE = "documentDate";

    static final String ENTERPRISE_SIZE = "enterpriseSize";
    static final String VERIFICATION_OUTCOME = "verificationOutcome";
    static final String CONSULTANT_ORGANISATION = "consultantOrganisation";
    static final String CONSULTANT = "consultant";
    static final String MATURITY_LEVEL = "maturityLevel";
    static final String REASSESSED_LEVEL = "reassessedLevel";
    static final String ROADMAP_OUTCOME = "roadmapOutcome";
    static final String ROADMAP_STEP = "roadmapStep";
    static final String SUPPORT_KIND = "supportKind";

    /** Which paper goes out next: {@code decision}, {@code report} or {@link #NO_PAPER}. */
    static final String OUTCOME_PAPER = "outcomePaper";

    /** The fields of an enterprise that a form or the API sends. */
    static final Set<String> ENTERPRISE_FIELDS = Variables.names(Applicant.class);

    /** What the start of a case may say. */
    static final Set<String> START_FIELDS = Stream.concat(
                    ENTERPRISE_FIELDS.stream(), Stream.of(NEED, NEED_CATEGORY, CaseVariables.CHANNEL))
            .collect(Collectors.toUnmodifiableSet());

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(
            ENTERPRISE_SIZE,
            VERIFICATION_OUTCOME,
            CONSULTANT_ORGANISATION,
            CONSULTANT,
            MATURITY_LEVEL,
            REASSESSED_LEVEL,
            ROADMAP_OUTCOME,
            ROADMAP_STEP,
            SUPPORT_KIND,
            OUTCOME_PAPER);

    /** Value of a variable that a decision would set, where no rule covers the day. */
    static final String UNKNOWN = "unknown";

    /** Value of {@link #OUTCOME_PAPER} where a decision is told without a paper. */
    static final String NO_PAPER = "none";

    private ConsultingModel() {}
}
