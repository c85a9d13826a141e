package vn.lienket.paper.process;

import java.util.Set;

/** The ids and variables of {@code bpmn/paper/paper-signing.bpmn}. {@code ModelContractTest} holds this class and the model together. */
public final class PaperModel {

    public static final String PROCESS = "PaperSigningProcess";

    public static final String START_SUBMITTED = "StartEvent_PaperSubmitted";
    public static final String TASK_SIGN = "Task_SignPaper";
    public static final String EVENT_STOPPED = "Event_SigningStopped";
    public static final String GATEWAY_SIGNATURES_LEFT = "Gateway_SignaturesLeft";
    public static final String GATEWAY_SIGNED = "Gateway_Signed";
    public static final String END_SIGNED = "EndEvent_PaperSigned";
    public static final String END_REFUSED = "EndEvent_PaperNotSigned";
    public static final String END_STOPPED = "EndEvent_SigningStopped";

    public static final String MESSAGE_STOPPED = "Message_PaperSigningStopped";

    public static final String SIGNING_DECISION = "signingDecision";
    public static final String SIGNING_COMMENT = "signingComment";
    public static final String SIGNED_DOCUMENT_ID = "signedDocumentId";
    public static final String SIGNED_BY_HAND = "signedByHand";

    static final String SIGNING_ID = "signingId";
    static final String SIGNING_STATE = "signingState";

    /** Of who signs, by its position; signings that began when one signed after the other have none. */
    static final String TURN = "turn";

    static final String SIGNER_ROLE = "signerRole";

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(SIGNING_ID, SIGNING_STATE, TURN, SIGNER_ROLE);

    private PaperModel() {}
}
