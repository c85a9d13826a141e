package vn.lienket.cases.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One page of the register of all cases.
 *
 * @param total number of cases in all pages, or 1,000 if there are more
 * @param totalIsLowerBound whether there are more than the total says
 */
record RegisterPage(List<Item> items, int page, int size, long total, boolean totalIsLowerBound) {

    /**
     * One case.
     *
     * @param step what is to be done now, or null
     * @param waitsFor names of the people or groups who are to do it, or null
     * @param due the earliest deadline of an open task (+07:00), or null
     * @param late whether it has passed while the clock runs
     * @param pausedSince since when the clock stands, or null
     * @param closedAt when it came to its end, or null
     */
    record Item(
            String caseCode,
            String kind,
            String kindName,
            String title,
            int caseStatus,
            String caseStatusName,
            String channel,
            String leadOrganisation,
            String leadOrganisationName,
            String step,
            String waitsFor,
            OffsetDateTime due,
            boolean late,
            Instant pausedSince,
            Instant openedAt,
            Instant closedAt) {}
}
