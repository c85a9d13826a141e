package vn.lienket.report.process;

import java.util.Set;
import vn.lienket.cases.process.Variables;
import vn.lienket.report.ReportRequest;

/** The ids and variables of the models of reports. {@code ModelContractTest} holds this class and the models together. */
public final class ReportModel {

    public static final String PROCESS = "CooperationReportProcess";
    public static final String SCHEDULE_PROCESS = "ReportScheduleProcess";

    public static final String TASK_ASSEMBLE = "Task_AssembleReport";
    public static final String TASK_REVIEW = "Task_ReviewReport";
    public static final String TASK_APPROVE = "Task_ApproveReport";
    public static final String TASK_REGISTER = "Task_RegisterReport";
    public static final String TASK_SEND = "Task_SendReport";
    public static final String TASK_WITHDRAW = "Task_WithdrawReport";
    public static final String TASK_OPEN_DUE = "Task_OpenDueReport";

    public static final String START_REQUESTED = "StartEvent_ReportRequested";
    public static final String START_WITHDRAWN = "StartEvent_Withdrawn";
    public static final String START_EVERY_MORNING = "StartEvent_EveryMorning";

    public static final String END_SENT = "EndEvent_Sent";
    public static final String END_WITHDRAWN = "EndEvent_Withdrawn";
    public static final String END_DUE_OPENED = "EndEvent_DueReportsOpened";

    public static final String REASSEMBLE = "reassemble";
    public static final String REPORT_COMMENT = "reportComment";
    public static final String REPORT_DECISION = "reportDecision";
    public static final String DOCUMENT_NUMBER = "documentNumber";
    public static final String DOCUMENT_DATE = "documentDate";

    static final String REPORT_REVIEWED = "reportReviewed";
    static final String REPORT_APPROVED = "reportApproved";
    static final String CURRENT_DRAFT_DOCUMENT_ID = "currentDraftDocumentId";
    static final String DUE_CHANNEL = "dueChannel";

    /** What the start of a report may say. */
    static final Set<String> START_FIELDS = Variables.names(ReportRequest.class);

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(REPORT_REVIEWED, REPORT_APPROVED, CURRENT_DRAFT_DOCUMENT_ID, DUE_CHANNEL);

    private ReportModel() {}
}
