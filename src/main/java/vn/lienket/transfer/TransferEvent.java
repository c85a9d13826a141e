package vn.lienket.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.cases.Supplements;

/** What happened to a transfer request that people outside the step are told, in the transaction in which it happened. */
public sealed interface TransferEvent {

    About about();

    /** The request, as it was when it happened; {@code leadExpert} is a user id, or null before it has one. */
    record About(
            String caseCode,
            String title,
            String channel,
            String requestingOrganisation,
            String providingOrganisation,
            String category,
            String leadExpert) {}

    record Opened(About about) implements TransferEvent {}

    record Declined(About about, String reason) implements TransferEvent {}

    /** {@code request} is what was asked for. */
    record SupplementRequested(About about, String request, Supplements.Asked asked) implements TransferEvent {}

    /** The requester has been silent for too long; {@code round} tells one request from the next. */
    record Suspended(About about, String request, int round) implements TransferEvent {}

    /** No expert of the provider fits or is present, so the assessment waits in their group. */
    record NobodyFits(About about, String expertise) implements TransferEvent {}

    /** {@code comment} is the leader's, where he had to decide; or null. */
    record Infeasible(About about, String conclusion, String comment) implements TransferEvent {}

    /** Every party has approved the plan; the contract is agreed. Its number is null where the parties brought it along. */
    record PlanApproved(
            About about, List<TransferItem> items, UUID contractDocument, String contractNumber, LocalDate contractedOn)
            implements TransferEvent {}

    /**
     * The registration of the contract of that day is due in {@code daysLeft} days; {@code stage} is how many days before the warning
     * was due, and {@code last} whether none comes after it.
     */
    record RegistrationDue(
            About about,
            LocalDate contractedOn,
            TransferRegistration registration,
            int stage,
            boolean last,
            int daysLeft)
            implements TransferEvent {}

    /** The last day has passed without a registration. */
    record RegistrationLate(About about, LocalDate contractedOn, TransferRegistration registration)
            implements TransferEvent {}

    record Registered(About about, LocalDate contractedOn, TransferRegistration registration)
            implements TransferEvent {}

    /** A meeting of the plan has another date; {@code item} is its position. */
    record Rescheduled(About about, int item, TransferItem meeting) implements TransferEvent {}

    /** {@code defects} are the titles of the items that come again, each behind its number; {@code handedOver} all that is accepted. */
    record DefectsFound(About about, TransferAcceptance acceptance, List<String> defects, List<Handover> handedOver)
            implements TransferEvent {}

    /** Every item is accepted, after so many rounds. */
    record Accepted(About about, int rounds, List<Handover> handedOver) implements TransferEvent {}

    /** A document of an accepted item, with the item's title. */
    record Handover(String title, UUID document) {}

    record Evaluated(About about, TransferEvaluation evaluation) implements TransferEvent {}

    /** {@code items} are those of the plan, if there is one. */
    record Withdrawn(About about, String reason, List<TransferItem> items) implements TransferEvent {}
}
