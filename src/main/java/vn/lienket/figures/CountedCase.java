package vn.lienket.figures;

import java.time.Instant;

/**
 * A case behind a figure of a month.
 *
 * @param closedAt null if it was in work at the month's end
 */
public record CountedCase(
        String caseCode,
        String title,
        String kind,
        String channel,
        String organisation,
        String field,
        Instant openedAt,
        Instant closedAt) {}
