package vn.lienket.figures.web;

import java.time.Instant;
import java.util.List;

/** A page of the cases behind a figure of a month. */
record MonthCases(List<Item> items, int page, int size, long total) {

    /** @param closedAt null if it was in work at the month's end */
    record Item(
            String caseCode,
            String title,
            String kind,
            String kindName,
            String organisation,
            String organisationName,
            Instant openedAt,
            Instant closedAt) {}
}
