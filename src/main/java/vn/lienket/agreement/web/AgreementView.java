package vn.lienket.agreement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.AgreementState;
import vn.lienket.cases.process.OpenTask;
import vn.lienket.party.CooperationField;

/** An agreement as {@code GET /api/v1/agreements/{code}} shows it: the case, and every round and version; people by id and name. */
record AgreementView(
        String caseCode,
        int caseStatus,
        String caseStatusName,
        String channel,
        String leadOrganisation,
        List<OpenTask> openTasks,
        List<DocumentView> documents,
        String title,
        String agreementType,
        String agreementTypeName,
        AgreementState state,
        String stateName,
        List<AgreementParty> parties,
        List<CooperationField> cooperationFields,
        String legalBasis,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        UUID startDocumentId,
        String frozenSha256,
        List<Round> rounds,
        List<SignatureView> signatures,
        List<RegisterEntry> register,
        String predecessor,
        String successor,
        LocalDate endedOn,
        String endReason,
        Instant openedAt) {

    record DocumentView(UUID id, String kind, int version, String sha256, String fileName) {}

    /** One version of the draft with what the parties said about it. */
    record Round(DraftView draft, List<OpinionView> reviews, List<OpinionView> approvals) {}

    record DraftView(
            int version,
            UUID document,
            String sha256,
            String note,
            String author,
            String authorName,
            Instant submittedAt) {}

    record OpinionView(
            String party,
            String partyName,
            boolean positive,
            String comment,
            String author,
            String authorName,
            Instant givenAt) {}

    record SignatureView(
            String party,
            UUID document,
            String sha256,
            boolean byHand,
            String signer,
            String signerName,
            Instant signedAt) {}

    /** A party's entry in its register; {@code signedByHand} says whether it signed on paper. */
    record RegisterEntry(
            String party,
            String partyName,
            String number,
            LocalDate date,
            String clerk,
            String clerkName,
            boolean signedByHand) {}
}
