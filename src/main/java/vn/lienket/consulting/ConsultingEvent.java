package vn.lienket.consulting;

import java.util.List;
import java.util.UUID;
import vn.lienket.cases.Supplements;

/** What happened to a consulting case that people outside the step are told, in the transaction in which it happened. */
public sealed interface ConsultingEvent {

    About about();

    /**
     * The case, as it was when it happened.
     *
     * @param consultant user id, or null before it has one
     * @param size in words with what it rests on, e.g. "Nhỏ (Nghị định …)"; null before it is known
     */
    record About(String caseCode, String leadOrganisation, Applicant applicant, String consultant, String size) {}

    record Opened(About about, String need) implements ConsultingEvent {}

    /** Not accepted, as no small or medium enterprise or by the officer's decision. */
    record NotAccepted(About about, String reason) implements ConsultingEvent {}

    /** {@code request} is what was asked for. */
    record SupplementRequested(About about, String request, Supplements.Asked asked) implements ConsultingEvent {}

    /** The enterprise has been silent for too long; {@code round} tells one request from the next. */
    record Suspended(About about, String request, int round) implements ConsultingEvent {}

    record Accepted(About about) implements ConsultingEvent {}

    /** No expert of the organisation fits or is present, so the case waits in their group. */
    record NobodyFits(About about, String organisation, String expertise) implements ConsultingEvent {}

    /** A version of the roadmap with so many steps; {@code totalCost} in VND. */
    record RoadmapDrafted(About about, int version, int steps, long totalCost, UUID document)
            implements ConsultingEvent {}

    record RoadmapDeclined(About about, String comment) implements ConsultingEvent {}

    /** {@code decision} is {@code grant}, {@code refuse} or {@code none}; {@code paper} is null where none goes out. */
    record SupportDecided(About about, String decision, String comment, List<Grant> grants, UUID paper)
            implements ConsultingEvent {

        static SupportDecided of(ConsultingCase decided, UUID paper) {
            return new SupportDecided(
                    decided.about(), decided.supportDecision(), decided.supportComment(), decided.grants(), paper);
        }
    }

    record Closed(About about, Assessment before, Assessment after, String note, UUID report)
            implements ConsultingEvent {

        static Closed of(ConsultingCase closed, UUID report) {
            return new Closed(
                    closed.about(),
                    closed.assessment(Stage.BEFORE).orElseThrow(),
                    closed.assessment(Stage.AFTER).orElseThrow(),
                    closed.closingNote(),
                    report);
        }
    }

    /**
     * A paper that went out before is signed now.
     *
     * @param kind the word for its document
     * @param byHand whether {@code document} is a scan
     */
    record PaperSigned(About about, String kind, String name, String number, UUID document, boolean byHand)
            implements ConsultingEvent {}

    record Withdrawn(About about, String reason) implements ConsultingEvent {}

    /** Somebody who knows the enterprise's address has asked for a link to its page; {@code request} tells one request from the next. */
    record PageLinkAsked(About about, long request) implements ConsultingEvent {}

    /** The enterprise's contact has got another address. */
    record ContactMoved(About about, int round) implements ConsultingEvent {}
}
