package vn.lienket.agreement;

/** What happened to an agreement that people outside the step are told, in the transaction in which it happened. */
public sealed interface AgreementEvent {

    Agreement agreement();

    /** Every party has registered it. */
    record InForce(Agreement agreement) implements AgreementEvent {}

    record Withdrawn(Agreement agreement) implements AgreementEvent {}

    /** Its last day is near; {@code daysLeft} is 60 or 30. */
    record ExpiryNear(Agreement agreement, int daysLeft) implements AgreementEvent {}

    record Expired(Agreement agreement) implements AgreementEvent {}

    record Terminated(Agreement agreement) implements AgreementEvent {}
}
