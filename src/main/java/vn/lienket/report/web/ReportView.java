package vn.lienket.report.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.cases.web.CaseHeader;
import vn.lienket.figures.CaseCount;
import vn.lienket.figures.QuarterFigures;

/**
 * A report as {@code GET /api/v1/reports/{code}} shows it; people by id and name. What is not there yet is null or empty.
 *
 * @param quarter e.g. {@code quý III năm 2026}
 * @param version the newest one, from 1; 0 before the first
 * @param figures of the newest version
 * @param totals of its cases
 * @param document id of the PDF that was sent
 */
record ReportView(
        @JsonUnwrapped CaseHeader header,
        String channelName,
        String leadOrganisationName,
        String quarter,
        LocalDate from,
        LocalDate to,
        int version,
        List<VersionView> versions,
        List<OpinionView> opinions,
        String documentNumber,
        LocalDate documentDate,
        String clerkName,
        UUID document,
        QuarterFigures figures,
        CaseCount totals,
        String endReason,
        LocalDate closedOn) {

    /** Ids of its documents: the draft as PDF, the tables as XLSX. */
    record VersionView(int version, UUID draft, UUID sheets, Instant assembledAt) {}

    /** @param stage {@code review} or {@code approval} */
    record OpinionView(
            String stage,
            String stageName,
            int version,
            boolean positive,
            String comment,
            String author,
            String authorName,
            Instant givenAt) {}
}
