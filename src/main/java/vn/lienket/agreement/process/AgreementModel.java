package vn.lienket.agreement.process;

import java.util.Set;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.cases.process.Variables;

/** The ids and variables of the agreement's models. {@code ModelContractTest} holds this class and the models together. */
public final class AgreementModel {

    public static final String SIGNING_PROCESS = "AgreementSigningProcess";
    public static final String LIFECYCLE_PROCESS = "AgreementLifecycleProcess";
    public static final String TERMINATION_PROCESS = "AgreementTerminationProcess";

    public static final String MESSAGE_TERMINATED = "Message_AgreementTerminated";

    public static final String TASK_DRAFT = "Task_DraftAgreement";
    public static final String TASK_REVIEW = "Task_ReviewDraft";
    public static final String TASK_CONCLUDE_REVIEW = "Task_ConcludeReview";
    public static final String TASK_REVISE = "Task_ReviseDraft";
    public static final String TASK_APPROVE = "Task_ApproveForSigning";
    public static final String TASK_CONCLUDE_APPROVAL = "Task_ConcludeApproval";
    public static final String TASK_SIGN = "Task_SignAgreement";
    public static final String TASK_REGISTER = "Task_RegisterAgreement";
    public static final String TASK_ENTER_INTO_FORCE = "Task_EnterIntoForce";
    public static final String TASK_WITHDRAW = "Task_WithdrawAgreement";
    public static final String TASK_WARN_EXPIRY_60 = "Task_WarnExpiry60";
    public static final String TASK_WARN_EXPIRY_30 = "Task_WarnExpiry30";
    public static final String TASK_DECIDE_RENEWAL = "Task_DecideRenewal";
    public static final String TASK_OPEN_RENEWAL = "Task_OpenRenewal";
    public static final String TASK_EXPIRE = "Task_ExpireAgreement";
    public static final String TASK_TERMINATE = "Task_TerminateAgreement";
    public static final String TASK_REQUEST_TERMINATION = "Task_RequestTermination";

    public static final String GATEWAY_REVISION_NEEDED = "Gateway_RevisionNeeded";
    public static final String GATEWAY_SIGNATURES_LEFT = "Gateway_SignaturesLeft";
    public static final String GATEWAY_RENEWAL = "Gateway_Renewal";
    public static final String GATEWAY_UNTIL_EXPIRY = "Gateway_UntilExpiry";

    public static final String START_REQUESTED = "StartEvent_AgreementRequested";
    public static final String START_WITHDRAWN = "StartEvent_Withdrawn";
    public static final String START_TERMINATED = "StartEvent_Terminated";
    public static final String START_TERMINATION_REQUESTED = "StartEvent_TerminationRequested";

    public static final String EVENT_SIXTY_DAYS_BEFORE = "Event_SixtyDaysBefore";
    public static final String EVENT_THIRTY_DAYS_BEFORE = "Event_ThirtyDaysBefore";
    public static final String EVENT_EXPIRED_UNDECIDED = "Event_ExpiredUndecided";
    public static final String EVENT_EXPIRY = "Event_Expiry";

    public static final String END_IN_FORCE = "EndEvent_InForce";
    public static final String END_WITHDRAWN = "EndEvent_Withdrawn";
    public static final String END_WARNED = "EndEvent_Warned";
    public static final String END_EXPIRED = "EndEvent_Expired";
    public static final String END_TERMINATED = "EndEvent_Terminated";
    public static final String END_TERMINATION_REQUESTED = "EndEvent_TerminationRequested";

    static final String TITLE = "title";
    static final String AGREEMENT_TYPE = "agreementType";
    static final String COOPERATION_FIELDS = "cooperationFields";
    static final String LEGAL_BASIS = "legalBasis";
    static final String EFFECTIVE_FROM = "effectiveFrom";
    static final String EFFECTIVE_TO = "effectiveTo";
    static final String PREDECESSOR = "predecessor";

    static final String DRAFT_DOCUMENT_ID = "draftDocumentId";
    public static final String GENERATE_DRAFT = "generateDraft";
    static final String DRAFT_NOTE = "draftNote";
    static final String REVISION_NOTE = "revisionNote";
    public static final String REVIEW_DECISION = "reviewDecision";
    static final String REVIEW_COMMENT = "reviewComment";
    public static final String APPROVAL_DECISION = "approvalDecision";
    static final String APPROVAL_COMMENT = "approvalComment";
    public static final String SIGNED_DOCUMENT_ID = "signedDocumentId";
    public static final String SIGNED_BY_HAND = "signedByHand";
    public static final String DOCUMENT_NUMBER = "documentNumber";
    public static final String DOCUMENT_DATE = "documentDate";
    static final String RENEWAL_DECISION = "renewalDecision";
    static final String TERMINATION_REASON = "terminationReason";
    static final String DAYS_LEFT = "daysLeft";

    /** Of who signs, by its position; cases that began when each party had one signer have neither. */
    static final String TURN = "turn";

    static final String SIGNER_ROLE = "signerRole";

    static final String REVIEW_OUTCOME = "reviewOutcome";
    static final String APPROVAL_OUTCOME = "approvalOutcome";
    static final String DRAFT_VERSION = "draftVersion";
    static final String CURRENT_DRAFT_DOCUMENT_ID = "currentDraftDocumentId";
    static final String CURRENT_DRAFT_NOTE = "currentDraftNote";
    static final String CURRENT_SIGNED_DOCUMENT_ID = "currentSignedDocumentId";
    static final String EARLIER_COMMENTS = "earlierComments";
    static final String RENEWAL_NOTICE_AT = "renewalNoticeAt";
    static final String LAST_NOTICE_AT = "lastNoticeAt";
    static final String RENEWAL_NOTICE_DAYS = "renewalNoticeDays";
    static final String LAST_NOTICE_DAYS = "lastNoticeDays";
    static final String EXPIRES_AT = "expiresAt";

    /** What the start of a case may say; the predecessor only by the API. */
    static final Set<String> START_FIELDS = Variables.names(AgreementRequest.class);

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(
            TITLE,
            AGREEMENT_TYPE,
            COOPERATION_FIELDS,
            LEGAL_BASIS,
            EFFECTIVE_FROM,
            EFFECTIVE_TO,
            PREDECESSOR,
            TURN,
            SIGNER_ROLE,
            REVIEW_OUTCOME,
            APPROVAL_OUTCOME,
            DRAFT_VERSION,
            CURRENT_DRAFT_DOCUMENT_ID,
            CURRENT_DRAFT_NOTE,
            CURRENT_SIGNED_DOCUMENT_ID,
            EARLIER_COMMENTS,
            RENEWAL_NOTICE_AT,
            LAST_NOTICE_AT,
            RENEWAL_NOTICE_DAYS,
            LAST_NOTICE_DAYS,
            EXPIRES_AT);

    /** Values of {@link #REVIEW_OUTCOME} and {@link #APPROVAL_OUTCOME} that the gateways ask for. */
    public static final String APPROVED = "approve";

    static final String NOT_APPROVED = "changes";

    private AgreementModel() {}
}
