package vn.lienket.transfer;

import java.time.LocalDate;

/** What happened to a transfer request that people outside the step are told, in the transaction in which it happened. */
public sealed interface TransferEvent {

    TransferCase transferCase();

    record Opened(TransferCase transferCase) implements TransferEvent {}

    record Declined(TransferCase transferCase) implements TransferEvent {}

    /** {@code round} tells one request from the next; an answer after {@code answerBy} is a late one. */
    record SupplementRequested(TransferCase transferCase, int round, LocalDate answerBy) implements TransferEvent {}

    /** The requester has been silent for too long. */
    record Suspended(TransferCase transferCase, int round) implements TransferEvent {}

    /** No expert of the provider fits or is present, so the assessment waits in their group. */
    record NobodyFits(TransferCase transferCase) implements TransferEvent {}

    record Infeasible(TransferCase transferCase) implements TransferEvent {}

    /** Every party has approved the plan; the contract is agreed. */
    record PlanApproved(TransferCase transferCase) implements TransferEvent {}

    /** The registration is due in {@code daysLeft} days; {@code last} is the last warning, fewer days before. */
    record RegistrationDue(TransferCase transferCase, boolean last, int daysLeft) implements TransferEvent {}

    /** The last day has passed without a registration. */
    record RegistrationLate(TransferCase transferCase) implements TransferEvent {}

    record Registered(TransferCase transferCase) implements TransferEvent {}

    /** A meeting of the plan has another date; {@code item} is its position. */
    record Rescheduled(TransferCase transferCase, int item) implements TransferEvent {}

    /** A document has been handed over. */
    record Delivered(TransferCase transferCase, TransferDelivery delivery) implements TransferEvent {}

    record DefectsFound(TransferCase transferCase, TransferAcceptance acceptance) implements TransferEvent {}

    /** Every item is accepted. */
    record Accepted(TransferCase transferCase) implements TransferEvent {}

    record Evaluated(TransferCase transferCase) implements TransferEvent {}

    record Withdrawn(TransferCase transferCase) implements TransferEvent {}
}
