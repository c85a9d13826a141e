package vn.lienket.agreement;

import java.time.LocalDate;
import java.util.List;

/** What happened to an agreement that people outside the step are told, in the transaction in which it happened. */
public sealed interface AgreementEvent {

    About about();

    /** The agreement, as it was when it happened; {@code parties} are organisations in signing order. */
    record About(
            String caseCode,
            String title,
            AgreementType type,
            String channel,
            String leadOrganisation,
            List<String> parties,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    /** Every party has registered it. */
    record InForce(About about, List<Entry> register) implements AgreementEvent {}

    /** A party's entry in its register. */
    record Entry(String partyName, String number, LocalDate date, boolean signedByHand) {}

    record Withdrawn(About about, String reason) implements AgreementEvent {}

    /** Its last day is near; {@code stage} is how many days before it the warning was due, {@code daysLeft} what is really left. */
    record ExpiryNear(About about, int stage, int daysLeft) implements AgreementEvent {}

    record Expired(About about) implements AgreementEvent {}

    record Terminated(About about, LocalDate on, String reason) implements AgreementEvent {}
}
