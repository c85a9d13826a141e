package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What happened to an activity that people outside the step are told, in the transaction in which it happened. */
public sealed interface ActivityEvent {

    About about();

    /** The activity, as it was when it happened. */
    record About(
            String caseCode,
            String title,
            String channel,
            String agreement,
            String cooperationField,
            String leadOrganisation,
            String partnerOrganisation) {}

    /** Opened alone, not with the programme of a year. */
    record Opened(About about, LocalDate startDate, LocalDate endDate) implements ActivityEvent {}

    record PlanAccepted(About about, int version, List<String> items) implements ActivityEvent {}

    /** {@code items} are the titles of those that come again, each behind its position. */
    record ReworkAsked(About about, Confirmation confirmation, List<String> items) implements ActivityEvent {}

    /** {@code value} is the last one measured. */
    record Confirmed(About about, Confirmation confirmation, ActivityIndicator indicator, BigDecimal value)
            implements ActivityEvent {}

    record Withdrawn(About about, String reason) implements ActivityEvent {}

    /** The agreement has ended while the activity was open; its lead decides what becomes of it. */
    record AgreementEnded(About about, String reason) implements ActivityEvent {}

    /** {@code number} tells one decision from the next. */
    record Continued(About about, int number, String comment) implements ActivityEvent {}

    /** A value has been corrected; the {@code old} one stays. */
    record IndicatorCorrected(About about, ActivityIndicator indicator, IndicatorValue old, IndicatorValue corrected)
            implements ActivityEvent {}

    record Stopped(About about, String reason) implements ActivityEvent {}
}
