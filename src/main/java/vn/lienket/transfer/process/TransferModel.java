package vn.lienket.transfer.process;

import java.util.Set;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferRequest;

/** The ids and variables of the transfer models. {@code ModelContractTest} holds this class and the models together. */
final class TransferModel {

    static final String PROCESS = "TechnologyTransferProcess";

    static final String TASK_ASSESS = "Task_AssessFeasibility";

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
