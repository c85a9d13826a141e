package vn.lienket.programme.process;

import java.util.Set;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.programme.ActivityRequest;

/** The ids and variables of the models of activities. {@code ModelContractTest} holds this class and the models together. */
public final class ActivityModel {

    public static final String PROCESS = "CooperationActivityProcess";
    public static final String OPENING_PROCESS = "ProgrammeOpeningProcess";

    public static final String MESSAGE_AGREEMENT_ENDED = "Message_AgreementEnded";

    public static final String ERROR_STOPPED = "Error_ActivityStopped";

    public static final String TASK_PLAN = "Task_PlanActivity";
    public static final String TASK_ACCEPT_PLAN = "Task_AcceptPlan";
    public static final String TASK_CARRY_OUT = "Task_CarryOutWorkItem";
    public static final String TASK_REPORT_PROGRESS = "Task_ReportProgress";
    public static final String TASK_RECORD_INDICATOR = "Task_RecordIndicator";
    public static final String TASK_CONFIRM_RESULT = "Task_ConfirmResult";
    public static final String TASK_DECIDE_CONTINUATION = "Task_DecideContinuation";
    public static final String TASK_STOP = "Task_StopActivity";
    public static final String TASK_WITHDRAW = "Task_WithdrawActivity";
    public static final String TASK_BEGIN = "Task_BeginActivity";
    public static final String TASK_TELL_PROGRAMME = "Task_TellProgramme";

    public static final String EVENT_MONTH_PASSED = "Event_MonthPassed";

    public static final String START_REQUESTED = "StartEvent_ActivityRequested";
    public static final String START_AGREEMENT_ENDED = "StartEvent_AgreementEnded";
    public static final String START_WITHDRAWN = "StartEvent_Withdrawn";

    public static final String END_CONFIRMED = "EndEvent_Confirmed";
    public static final String END_WITHDRAWN = "EndEvent_Withdrawn";
    public static final String END_STOPPED = "EndEvent_Stopped";
    public static final String END_CONTINUED = "EndEvent_Continued";
    public static final String END_PROGRAMME_OPENED = "EndEvent_ProgrammeOpened";

    public static final String YEAR = "year";
    public static final String FIELDS = "fields";
    public static final String WORK_ITEMS = "workItems";
    public static final String INDICATOR_TARGET = "indicatorTarget";
    public static final String PLAN_NOTE = "planNote";
    public static final String PLAN_DECISION = "planDecision";
    static final String PLAN_COMMENT = "planComment";
    public static final String WORK_ITEM_RESULT = "workItemResult";
    static final String EVIDENCE_DOCUMENT_ID = "evidenceDocumentId";
    public static final String PROGRESS_PERCENT = "progressPercent";
    static final String PROGRESS_NOTE = "progressNote";
    public static final String INDICATOR_VALUE = "indicatorValue";
    public static final String INDICATOR_DATE = "indicatorDate";
    static final String INDICATOR_DOCUMENT_ID = "indicatorDocumentId";
    public static final String RESULT_DECISION = "resultDecision";
    static final String RESULT_COMMENT = "resultComment";
    static final String REWORK_ITEMS = "reworkItems";
    static final String CONTINUATION_DECISION = "continuationDecision";
    static final String CONTINUATION_COMMENT = "continuationComment";

    static final String PARTNER_ORGANISATION = "partnerOrganisation";
    static final String WORK_ITEM = "workItem";
    static final String PLAN_ACCEPTED = "planAccepted";
    static final String RESULT_CONFIRMED = "resultConfirmed";
    static final String ACTIVITY_STOPPED = "activityStopped";
    static final String OPENING_ID = "openingId";
    static final String OPENED_ACTIVITY = "openedActivity";

    /** What the start of an activity may say. */
    static final Set<String> START_FIELDS = Variables.names(ActivityRequest.class);

    /** What the start of a year's programme may say. */
    static final Set<String> PROGRAMME_FIELDS = Set.of(CaseVariables.AGREEMENT_CODE, YEAR, FIELDS);

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(
            CaseVariables.AGREEMENT_CODE,
            PARTNER_ORGANISATION,
            WORK_ITEM,
            PLAN_ACCEPTED,
            RESULT_CONFIRMED,
            ACTIVITY_STOPPED,
            OPENING_ID,
            OPENED_ACTIVITY);

    private ActivityModel() {}
}
