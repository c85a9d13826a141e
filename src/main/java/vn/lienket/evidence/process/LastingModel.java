package vn.lienket.evidence.process;

/** What {@code bpmn/evidence/lasting-signatures.bpmn} and the code share. */
public final class LastingModel {

    public static final String PROCESS = "LastingSignaturesProcess";

    public static final String END_NOTHING_TO_KEEP = "EndEvent_NothingToKeep";
    public static final String EVENT_RENEWAL_DUE = "Event_RenewalDue";
    public static final String GATEWAY_TO_RENEW = "Gateway_ToRenew";
    public static final String START_COPY_DUE = "StartEvent_CopyDue";
    public static final String TASK_KEEP_COPY = "Task_KeepCopy";
    static final String RENEW_AT = "renewAt";

    private LastingModel() {}
}
