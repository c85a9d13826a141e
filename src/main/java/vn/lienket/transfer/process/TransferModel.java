package vn.lienket.transfer.process;

import java.util.Set;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferRequest;

/** The ids and variables of the transfer models. {@code ModelContractTest} holds this class and the models together. */
public final class TransferModel {

    public static final String PROCESS = "TechnologyTransferProcess";

    public static final String DECISION_ROUTE = "Decision_RouteTransferRequest";
    public static final String DECISION_REGISTRATION = "Decision_TransferRegistration";

    public static final String TASK_CHECK = "Task_CheckRequest";
    public static final String TASK_SUPPLEMENT = "Task_SupplementRequest";
    public static final String TASK_SUSPEND = "Task_SuspendTransfer";
    public static final String TASK_ROUTE = "Task_RouteRequest";
    public static final String TASK_ASSESS = "Task_AssessFeasibility";
    public static final String TASK_CONCLUDE_ASSESSMENT = "Task_ConcludeAssessment";
    public static final String TASK_DECIDE_FEASIBILITY = "Task_DecideFeasibility";
    public static final String TASK_PREPARE_PLAN = "Task_PrepareTransferPlan";
    public static final String TASK_APPROVE_PLAN = "Task_ApproveTransferPlan";
    public static final String TASK_CONCLUDE_PLAN_APPROVAL = "Task_ConcludePlanApproval";
    public static final String TASK_DETERMINE_REGISTRATION = "Task_DetermineRegistration";
    public static final String TASK_REGISTER = "Task_RegisterTransfer";
    public static final String TASK_WARN_REGISTRATION = "Task_WarnRegistration";
    public static final String TASK_DELIVER_ITEM = "Task_DeliverTransferItem";
    public static final String TASK_ACCEPT = "Task_AcceptTransfer";
    public static final String TASK_EVALUATE = "Task_EvaluateTransfer";
    public static final String TASK_WITHDRAW = "Task_WithdrawTransfer";

    public static final String SUB_PROCESS_INTAKE = "SubProcess_Intake";

    public static final String START_REQUESTED = "StartEvent_TransferRequested";
    public static final String START_WITHDRAWN = "StartEvent_Withdrawn";

    public static final String EVENT_SUPPLEMENT_SILENT = "Event_SupplementSilent";
    public static final String EVENT_THIRTY_DAYS_BEFORE = "Event_ThirtyDaysBefore";
    public static final String EVENT_TEN_DAYS_BEFORE = "Event_TenDaysBefore";
    public static final String EVENT_REGISTRATION_LATE = "Event_RegistrationLate";

    public static final String END_DECLINED = "EndEvent_Declined";
    public static final String END_SUSPENDED = "EndEvent_Suspended";
    public static final String END_INFEASIBLE = "EndEvent_Infeasible";
    public static final String END_INFEASIBLE_BY_LEADER = "EndEvent_InfeasibleByLeader";
    public static final String END_EVALUATED = "EndEvent_Evaluated";
    public static final String END_WITHDRAWN = "EndEvent_Withdrawn";

    static final String REQUESTING_ORGANISATION = "requestingOrganisation";
    /** What the start of a case may say. */
    static final Set<String> START_FIELDS = Variables.names(TransferRequest.class);

    static final String SUPPLEMENT_NOTE = "supplementNote";

    static final String REQUEST_DECISION = "requestDecision";
    static final String REQUEST_COMMENT = "requestComment";
    static final String CHOSEN_EXPERTISE = "chosenExpertise";
    static final String DAYS_ALLOWED = "daysAllowed";
    static final String ROUTE_BASIS = "routeBasis";
    static final String FEASIBILITY = "feasibility";
    static final String EFFORT_DAYS = "effortDays";
    static final String ASSESSMENT_NOTE = "assessmentNote";
    static final String FEASIBILITY_DECISION = "feasibilityDecision";
    static final String FEASIBILITY_COMMENT = "feasibilityComment";
    static final String TRANSFER_ITEMS = "transferItems";
    static final String CONTRACT_CLAUSES = "contractClauses";
    static final String CONTRACT_DOCUMENT_ID = "contractDocumentId";
    static final String PLAN_DECISION = "planDecision";
    static final String PLAN_COMMENT = "planComment";
    static final String REGISTRATION_COMPULSORY = "registrationCompulsory";
    static final String REGISTRATION_DAYS = "registrationDays";
    static final String REGISTRATION_BASIS = "registrationBasis";
    static final String REGISTRATION_NUMBER = "registrationNumber";
    static final String REGISTRATION_DATE = "registrationDate";
    static final String DELIVERY_NOTE = "deliveryNote";
    static final String DELIVERY_DOCUMENT_ID = "deliveryDocumentId";
    static final String DELIVERY_ATTENDEES = "deliveryAttendees";
    static final String ACCEPTANCE_DECISION = "acceptanceDecision";
    static final String ACCEPTANCE_COMMENT = "acceptanceComment";
    static final String DEFECTIVE_ITEMS = "defectiveItems";
    static final String SCORE = "score";
    static final String EVALUATION_COMMENT = "evaluationComment";

    static final String PROVIDING_ORGANISATION = "providingOrganisation";
    static final String REQUEST_OUTCOME = "requestOutcome";
    static final String ROUTE_KNOWN = "routeKnown";
    static final String ASSESSMENT = "assessment";
    static final String FEASIBILITY_OUTCOME = "feasibilityOutcome";
    static final String LEAD_EXPERT = "leadExpert";
    static final String PLAN_APPROVED = "planApproved";
    static final String REGISTRATION = "registration";
    static final String TRANSFER_ITEM = "transferItem";
    static final String TRANSFER_ACCEPTED = "transferAccepted";

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(
            REQUESTING_ORGANISATION,
            PROVIDING_ORGANISATION,
            REQUEST_OUTCOME,
            ROUTE_KNOWN,
            ASSESSMENT,
            FEASIBILITY_OUTCOME,
            LEAD_EXPERT,
            PLAN_APPROVED,
            REGISTRATION,
            TRANSFER_ITEM,
            TRANSFER_ACCEPTED);

    /** What an expert says, hidden from the others until all are in. */
    static final Set<String> CONFIDENTIAL = Set.of(FEASIBILITY, EFFORT_DAYS, ASSESSMENT_NOTE);

    /** Value of {@link #FEASIBILITY_OUTCOME} where the leader decides. */
    static final String TIE = "tie";

    /** Values of {@link #REGISTRATION}. */
    static final String COMPULSORY = "compulsory";

    static final String UNKNOWN = "unknown";

    private TransferModel() {}
}
