package vn.lienket.programme.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.cases.web.CaseHeader;

/**
 * An activity as {@code GET /api/v1/activities/{code}} shows it; people by id and name, items by their position from 1. What is not
 * there yet is null or empty.
 *
 * @param agreementEndedOn the day on which its agreement ended early, or null
 */
record ActivityView(
        @JsonUnwrapped CaseHeader header,
        String agreementCode,
        String agreementTitle,
        LocalDate agreementEndedOn,
        String agreementEndReason,
        String cooperationField,
        String cooperationFieldName,
        String leadOrganisationName,
        String partnerOrganisation,
        String partnerOrganisationName,
        LocalDate startDate,
        LocalDate endDate,
        int programmeYear,
        int planVersion,
        String planNote,
        List<PlanOpinionView> planOpinions,
        LocalDate agreedOn,
        int round,
        List<ItemView> workItems,
        List<ProgressView> progress,
        IndicatorView indicator,
        List<ConfirmationView> confirmations,
        List<ContinuationView> continuations,
        String endReason,
        LocalDate closedOn) {

    record PlanOpinionView(
            int version, boolean positive, String comment, String author, String authorName, Instant givenAt) {}

    /**
     * An item with what came of it last, and every time.
     *
     * @param state {@code planned} before the work begins, {@code open}, {@code rework} if it is to be done again, {@code done}
     */
    record ItemView(
            int position,
            String title,
            String organisation,
            String organisationName,
            String role,
            String roleName,
            int dueInWorkingDays,
            String state,
            String stateName,
            String result,
            int round,
            UUID document,
            String by,
            String byName,
            Instant doneAt,
            List<ResultView> results) {}

    record ResultView(int round, String result, UUID document, String by, String byName, Instant at) {}

    record ProgressView(int percent, String note, LocalDate on, String by, String byName) {}

    record ConfirmationView(
            int round,
            boolean positive,
            String comment,
            List<Integer> reworkItems,
            String author,
            String authorName,
            Instant givenAt) {}

    record ContinuationView(String decision, String comment, String author, String authorName, Instant givenAt) {}

    /** @param reached whether the newest value is as good as the target; null without one */
    record IndicatorView(
            String name,
            String unit,
            String kind,
            String kindName,
            String direction,
            String directionName,
            BigDecimal target,
            BigDecimal baseline,
            LocalDate baselineDate,
            String baselineSource,
            String baselineDoubt,
            Boolean reached,
            List<ValueView> values) {}

    /**
     * A value of the series.
     *
     * @param replaced whether another value corrects it
     * @param reason why it corrects another one, or null
     */
    record ValueView(
            UUID id,
            BigDecimal value,
            LocalDate date,
            String by,
            String byName,
            Instant enteredAt,
            UUID document,
            boolean replaced,
            String reason) {}
}
