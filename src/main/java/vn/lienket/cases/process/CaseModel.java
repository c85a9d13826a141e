package vn.lienket.cases.process;

/** The ids that the models of all cases share. */
public final class CaseModel {

    /** Ends any running case in status 7. */
    public static final String MESSAGE_WITHDRAWN = "Message_CaseWithdrawn";

    public static final String WITHDRAWAL_PROCESS = "CaseWithdrawalProcess";
    public static final String START_WITHDRAWAL_REQUESTED = "StartEvent_WithdrawalRequested";
    public static final String TASK_REQUEST_WITHDRAWAL = "Task_RequestWithdrawal";
    public static final String END_WITHDRAWAL_REQUESTED = "EndEvent_WithdrawalRequested";

    private CaseModel() {}
}
