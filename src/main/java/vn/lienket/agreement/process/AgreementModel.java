package vn.lienket.agreement.process;

import java.util.Set;
import vn.lienket.cases.process.CaseVariables;

/** The ids and variables of the agreement's models. {@code ModelContractTest} holds this class and the models together. */
public final class AgreementModel {

    static final String SIGNING_PROCESS = "AgreementSigningProcess";
    static final String LIFECYCLE_PROCESS = "AgreementLifecycleProcess";
    static final String TERMINATION_PROCESS = "AgreementTerminationProcess";
    static final String MESSAGE_TERMINATED = "Message_AgreementTerminated";

    public static final String TASK_DRAFT = "Task_DraftAgreement";
    public static final String TASK_REVIEW = "Task_ReviewDraft";
    public static final String TASK_APPROVE = "Task_ApproveForSigning";
    public static final String TASK_SIGN = "Task_SignAgreement";
    public static final String TASK_REGISTER = "Task_RegisterAgreement";

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

    static final String REVIEW_OUTCOME = "reviewOutcome";
    static final String APPROVAL_OUTCOME = "approvalOutcome";
    static final String DRAFT_VERSION = "draftVersion";
    static final String CURRENT_DRAFT_DOCUMENT_ID = "currentDraftDocumentId";
    static final String CURRENT_DRAFT_NOTE = "currentDraftNote";
    static final String CURRENT_SIGNED_DOCUMENT_ID = "currentSignedDocumentId";
    static final String EARLIER_COMMENTS = "earlierComments";
    static final String RENEWAL_NOTICE_AT = "renewalNoticeAt";
    static final String LAST_NOTICE_AT = "lastNoticeAt";
    static final String EXPIRES_AT = "expiresAt";

    /** What the start of a case may say; the predecessor only by the API. */
    static final Set<String> START_FIELDS = Set.of(
            TITLE,
            AGREEMENT_TYPE,
            CaseVariables.CHANNEL,
            CaseVariables.LEAD_ORGANISATION,
            COOPERATION_FIELDS,
            LEGAL_BASIS,
            EFFECTIVE_FROM,
            EFFECTIVE_TO,
            DRAFT_DOCUMENT_ID,
            PREDECESSOR);

    /** What only our own delegates write. */
    static final Set<String> KEPT = Set.of(
            TITLE,
            AGREEMENT_TYPE,
            COOPERATION_FIELDS,
            LEGAL_BASIS,
            EFFECTIVE_FROM,
            EFFECTIVE_TO,
            PREDECESSOR,
            REVIEW_OUTCOME,
            APPROVAL_OUTCOME,
            DRAFT_VERSION,
            CURRENT_DRAFT_DOCUMENT_ID,
            CURRENT_DRAFT_NOTE,
            CURRENT_SIGNED_DOCUMENT_ID,
            EARLIER_COMMENTS,
            RENEWAL_NOTICE_AT,
            LAST_NOTICE_AT,
            EXPIRES_AT);

    /** Values of {@link #REVIEW_OUTCOME} and {@link #APPROVAL_OUTCOME} that the gateways ask for. */
    public static final String APPROVED = "approve";

    static final String NOT_APPROVED = "changes";

    private AgreementModel() {}
}
