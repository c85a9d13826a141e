package vn.lienket.consulting;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to a consulting case that people outside the step are told, in the transaction in which it happened. */
public sealed interface ConsultingEvent {

    ConsultingCase consultingCase();

    record Opened(ConsultingCase consultingCase) implements ConsultingEvent {}

    /** Not accepted, as no small or medium enterprise or by the officer's decision. */
    record NotAccepted(ConsultingCase consultingCase) implements ConsultingEvent {}

    /** {@code round} tells one request from the next; an answer after {@code answerBy} is a late one. */
    record SupplementRequested(ConsultingCase consultingCase, int round, LocalDate answerBy)
            implements ConsultingEvent {}

    /** The enterprise has been silent for too long. */
    record Suspended(ConsultingCase consultingCase, int round) implements ConsultingEvent {}

    record Accepted(ConsultingCase consultingCase) implements ConsultingEvent {}

    /** No expert of the organisation fits or is present, so the case waits in their group. */
    record NobodyFits(ConsultingCase consultingCase) implements ConsultingEvent {}

    record RoadmapDrafted(ConsultingCase consultingCase, UUID document) implements ConsultingEvent {}

    record RoadmapDeclined(ConsultingCase consultingCase) implements ConsultingEvent {}

    record SupportDecided(ConsultingCase consultingCase) implements ConsultingEvent {}

    record Closed(ConsultingCase consultingCase, UUID report) implements ConsultingEvent {}

    record Withdrawn(ConsultingCase consultingCase) implements ConsultingEvent {}
}
