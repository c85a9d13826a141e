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
import vn.lienket.signature.Anchor;
import vn.lienket.signature.KeyOwner;

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
        List<TurnView> turns,
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

    /**
     * A signature that it needs.
     *
     * @param rank those of one rank are made in any order, each rank after the one before
     * @param words who signs, if it is not the leader with his own key: to be written behind the party
     */
    record TurnView(int rank, String party, String partyName, String role, KeyOwner key, String words) {}

    /** @param electronic null for a scan, and for a file that came before signatures were verified */
    record SignatureView(
            String party,
            UUID document,
            String sha256,
            boolean byHand,
            String signer,
            String signerName,
            Instant signedAt,
            String role,
            KeyOwner key,
            String words,
            ElectronicView electronic) {}

    /**
     * What was found of the signature that the party has added.
     *
     * @param signer as the certificate calls him
     * @param ofAnother whether that is somebody else than who handed the file in
     * @param organisationName of the body for which he signs, or null if it is unknown
     * @param root in words
     * @param signedAt null if the signature does not say it
     * @param stamped whether a time stamp says so, not only the signer's computer
     * @param wholeFile whether it covers every byte of the file
     */
    record ElectronicView(
            String signer,
            boolean ofAnother,
            String organisationName,
            Anchor anchor,
            String root,
            Instant signedAt,
            boolean stamped,
            boolean wholeFile,
            boolean valid,
            String sentence,
            Instant verifiedAt) {}

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
