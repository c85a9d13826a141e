package vn.lienket.transfer.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.web.CaseHeader;
import vn.lienket.rule.Verification;
import vn.lienket.transfer.ItemDetails;
import vn.lienket.transfer.TransferNeed;

/**
 * A transfer request as {@code GET /api/v1/transfer-requests/{code}} shows it; people by id and name. What is not there yet is null or
 * empty. The assessments are hidden, also from each other's authors, until all are given.
 */
record TransferView(
        @JsonUnwrapped CaseHeader header,
        String requestingOrganisation,
        String requestingOrganisationName,
        String providingOrganisation,
        String providingOrganisationName,
        @JsonUnwrapped TransferNeed need,
        String categoryName,
        String requestComment,
        String supplementNote,
        List<ClockStop> clockStops,
        String expertise,
        Integer daysAllowed,
        String routeCitation,
        Verification routeVerification,
        int assessmentsAwaited,
        List<AssessmentView> assessments,
        String feasibility,
        String feasibilityName,
        String feasibilityComment,
        String leadExpert,
        String leadExpertName,
        int planVersion,
        List<ItemView> items,
        List<ClauseView> clauses,
        List<String> missingClauses,
        List<OpinionView> planOpinions,
        UUID contractDocumentId,
        String contractNumber,
        LocalDate contractedOn,
        Boolean registrationCompulsory,
        LocalDate registrationDue,
        String registrationCitation,
        Verification registrationVerification,
        String registrationNumber,
        LocalDate registeredOn,
        int acceptanceRound,
        List<DeliveryView> deliveries,
        List<AcceptanceView> acceptances,
        Integer score,
        String evaluationComment,
        LocalDate evaluatedOn,
        String endReason,
        LocalDate closedOn) {

    record AssessmentView(
            String expert,
            String expertName,
            String feasibility,
            String feasibilityName,
            Integer effortDays,
            String note,
            Instant givenAt,
            String replaced) {}

    /** {@code position} counts from 0, as the variable {@code transferItem} does; {@code number} is what people see. */
    record ItemView(
            int position,
            int number,
            String kind,
            String kindName,
            String title,
            int dueInWorkingDays,
            ItemDetails details,
            boolean accepted) {}

    record ClauseView(String clause, String name, String text) {}

    record OpinionView(
            int version,
            String party,
            String partyName,
            boolean positive,
            String comment,
            String author,
            String authorName,
            Instant givenAt) {}

    record DeliveryView(
            int item,
            int round,
            String note,
            UUID document,
            String attendees,
            String expert,
            String expertName,
            Instant deliveredAt) {}

    record AcceptanceView(
            int round,
            boolean positive,
            String comment,
            List<Integer> defects,
            String author,
            String authorName,
            Instant givenAt) {}
}
