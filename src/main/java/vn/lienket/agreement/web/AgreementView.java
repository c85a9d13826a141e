package vn.lienket.agreement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.CooperationField;
import vn.lienket.agreement.Draft;
import vn.lienket.agreement.Opinion;
import vn.lienket.agreement.Registration;
import vn.lienket.agreement.Signature;
import vn.lienket.document.CaseDocument;
import vn.lienket.dossier.Dossier;
import vn.lienket.engine.OpenTask;

/** An agreement as {@code GET /api/v1/agreements/{code}} shows it: the case, and every round and version. */
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
        List<Signature> signatures,
        List<RegisterEntry> register,
        String predecessor,
        String successor,
        LocalDate endedOn,
        String endReason,
        Instant openedAt) {

    record DocumentView(UUID id, String kind, int version, String sha256, String fileName) {}

    /** One version of the draft with what the parties said about it. */
    record Round(Draft draft, List<OpinionView> reviews, List<OpinionView> approvals) {}

    /** A party's entry in its register; {@code signedByHand} says whether it signed on paper. */
    record RegisterEntry(
            String party, String partyName, String number, LocalDate date, String clerk, boolean signedByHand) {}

    record OpinionView(
            String party, String partyName, boolean positive, String comment, String author, Instant givenAt) {}

    static AgreementView of(
            Agreement agreement,
            Dossier dossier,
            List<OpenTask> openTasks,
            List<CaseDocument> documents,
            List<CooperationField> fields,
            String successor) {
        return new AgreementView(
                agreement.caseCode(),
                dossier.status().number(),
                dossier.status().label(),
                agreement.channel(),
                agreement.leadOrganisation(),
                openTasks,
                documents.stream()
                        .map(document -> new DocumentView(
                                document.id(),
                                document.kind(),
                                document.version(),
                                document.sha256(),
                                document.fileName()))
                        .toList(),
                agreement.title(),
                agreement.type().name(),
                agreement.type().label(),
                agreement.state(),
                agreement.state().label(),
                agreement.parties(),
                fields,
                agreement.legalBasis(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.startDocument(),
                agreement.frozenSha256(),
                agreement.drafts().stream()
                        .map(draft -> round(agreement, draft))
                        .toList(),
                agreement.signatures(),
                agreement.registrations().stream()
                        .map(entry -> entry(agreement, entry))
                        .toList(),
                agreement.predecessor(),
                successor,
                agreement.endedOn(),
                agreement.endReason(),
                dossier.openedAt());
    }

    private static RegisterEntry entry(Agreement agreement, Registration registration) {
        return new RegisterEntry(
                registration.party(),
                agreement.partyName(registration.party()),
                registration.number(),
                registration.date(),
                registration.clerk(),
                agreement.signatures().stream()
                        .anyMatch(signature -> signature.party().equals(registration.party()) && signature.byHand()));
    }

    private static Round round(Agreement agreement, Draft draft) {
        return new Round(
                draft,
                opinions(agreement, draft, Opinion.Stage.REVIEW),
                opinions(agreement, draft, Opinion.Stage.APPROVAL));
    }

    private static List<OpinionView> opinions(Agreement agreement, Draft draft, Opinion.Stage stage) {
        return agreement.opinions().stream()
                .filter(opinion -> opinion.stage() == stage && opinion.version() == draft.version())
                .map(opinion -> new OpinionView(
                        opinion.party(),
                        agreement.partyName(opinion.party()),
                        opinion.positive(),
                        opinion.comment(),
                        opinion.author(),
                        opinion.givenAt()))
                .toList();
    }
}
