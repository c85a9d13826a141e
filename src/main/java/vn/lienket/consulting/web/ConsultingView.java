package vn.lienket.consulting.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.web.CaseHeader;
import vn.lienket.consulting.Applicant;
import vn.lienket.consulting.Stage;
import vn.lienket.notification.RefusedMail;
import vn.lienket.rule.Verification;

/**
 * A consulting case as {@code GET /api/v1/consulting-cases/{code}} shows it; people by id and name, money in whole VND, scores 0 to 100
 * with one decimal. What is not there yet is null or empty.
 */
record ConsultingView(
        @JsonUnwrapped CaseHeader header,
        EnterpriseView enterprise,
        String need,
        String needCategory,
        String needCategoryName,
        String size,
        String sizeName,
        String sizeCitation,
        Verification sizeVerification,
        String requestComment,
        String supplementNote,
        List<ClockStop> clockStops,
        List<RefusedMail> refusedMails,
        String consultantOrganisation,
        String consultantOrganisationName,
        String expertise,
        String consultant,
        String consultantName,
        String frameworkVersion,
        List<AssessmentView> assessments,
        List<GainView> gains,
        int roadmapVersion,
        List<StepView> steps,
        long totalCost,
        List<AnswerView> roadmapAnswers,
        List<EntitlementView> entitlements,
        String supportDecision,
        String supportComment,
        LocalDate supportDecidedOn,
        List<GrantView> grants,
        long totalGranted,
        List<PaperView> papers,
        Integer satisfaction,
        String closingNote,
        String endReason,
        LocalDate closedOn,
        List<String> otherCases) {

    record EnterpriseView(@JsonUnwrapped Applicant applicant, String sectorName) {}

    record AssessmentView(
            Stage stage,
            Map<String, Integer> answers,
            List<PillarView> pillars,
            BigDecimal overall,
            String level,
            String levelName,
            String levelCitation,
            Verification levelVerification,
            String assessor,
            String assessorName,
            Instant assessedAt) {}

    record PillarView(String id, String name, BigDecimal score) {}

    /** What a pillar, or as {@code overall} the whole, has gained. */
    record GainView(String id, String name, BigDecimal before, BigDecimal after, BigDecimal gain) {}

    /** {@code position} counts from 0, as the variable {@code roadmapStep} does. */
    record StepView(
            int position,
            String title,
            String pillar,
            String pillarName,
            String solution,
            long cost,
            int dueInWorkingDays,
            String supportKind,
            String supportKindName,
            String result,
            Long actualCost,
            UUID evidenceDocumentId,
            String doneBy,
            String doneByName,
            Instant doneAt) {}

    record AnswerView(
            int version, String decision, String comment, String author, String authorName, Instant givenAt) {}

    record EntitlementView(
            String supportKind,
            String supportKindName,
            boolean known,
            BigDecimal rate,
            Long cap,
            String citation,
            Verification verification,
            String decidedBy) {}

    /** What went out to the enterprise; {@code kind} as of its document. */
    record PaperView(
            String kind,
            String number,
            LocalDate datedOn,
            String signer,
            String signerName,
            String clerk,
            String clerkName,
            Instant registeredAt,
            UUID documentId) {}

    record GrantView(
            String supportKind,
            String supportKindName,
            int year,
            long eligibleCost,
            BigDecimal rate,
            long cap,
            long grantedBefore,
            long amount,
            String citation,
            Verification verification,
            boolean released) {}
}
