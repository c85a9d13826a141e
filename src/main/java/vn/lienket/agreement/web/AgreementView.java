package vn.lienket.agreement.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.agreement.AgreementActivities;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.cases.web.CaseHeader;
import vn.lienket.party.CooperationField;

/** An agreement as {@code GET /api/v1/agreements/{code}} shows it: the case, and every round and version; people by id and name. */
record AgreementView(
        @JsonUnwrapped CaseHeader header,
        String agreementType,
        String agreementTypeName,
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
        List<AgreementActivities.Line> activities,
        String predecessor,
        String successor,
        LocalDate endedOn,
        String endReason) {

    /** One version of the draft with what the parties said about it. */
    record Round(DraftView draft, List<OpinionView> reviews, List<OpinionView> approvals) {}

    record DraftView(
            int version,
            UUID document,
            String sha256,
            UUID editable,
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
