package vn.lienket.consulting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lienket.cases.ClockStop;
import vn.lienket.consulting.LinkSubject;

/**
 * What an enterprise sees of its case: no ids of people or tasks, and nothing that people of the office wrote to each other.
 *
 * @param owed null where nothing is asked of the enterprise
 * @param office what the office does next; empty where that is nothing, or not known yet
 * @param papers of the office for the enterprise, oldest first
 * @param sent by the enterprise, oldest first
 * @param endReason as the enterprise was told by mail, or null
 * @param lastDay on which the page can be opened, or null while the case is open
 */
record EnterprisePage(
        String caseCode,
        String enterpriseName,
        String taxCode,
        String need,
        List<Step> steps,
        Owed owed,
        List<Work> office,
        boolean paused,
        List<ClockStop> stops,
        List<Paper> papers,
        List<Paper> sent,
        Contact contact,
        String endReason,
        LocalDate closedOn,
        LocalDate lastDay) {

    /**
     * A status of the catalogue.
     *
     * @param days on which the case came to it, oldest first; empty if it never did
     * @param absent what to say of a status that the case has not come to
     */
    record Step(int number, String name, boolean present, List<Instant> days, String absent) {}

    /**
     * What the enterprise is to answer.
     *
     * @param request what it is to add, or null
     * @param due end of the last day, or null
     * @param late whether that day is over; it may answer nevertheless
     */
    record Owed(LinkSubject subject, String request, OffsetDateTime due, boolean late) {}

    /** @param due end of its last day; null while the clock stands */
    record Work(String name, OffsetDateTime due) {}

    /**
     * @param kind in words
     * @param signatures in words, each of those that were found in it
     */
    record Paper(UUID id, String kind, int version, String fileName, Instant at, List<String> signatures) {}

    /**
     * Whom to turn to.
     *
     * @param officers names of those who have the next steps
     * @param consultant his name, or null
     * @param consultantOrganisation its name, or null
     */
    record Contact(
            String organisation,
            String email,
            List<String> officers,
            String consultant,
            String consultantOrganisation) {}
}
