package vn.lienket.agreement;

/** What happened to an agreement that people outside the step are told, in the transaction in which it happened. */
public sealed interface AgreementEvent {

    Agreement agreement();

    /** Every party has registered it. */
    record InForce(Agreement agreement) implements AgreementEvent {}

    record Withdrawn(Agreement agreement) implements AgreementEvent {}

    /** Its last day is near; {@code warning} tells one of its warnings from the other. */
    record ExpiryNear(Agreement agreement, String warning, int daysLeft) implements AgreementEvent {}

    record Expired(Agreement agreement) implements AgreementEvent {}

    record Terminated(Agreement agreement) implements AgreementEvent {}
}
