package vn.lienket.agreement.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementActivities;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementTurn;
import vn.lienket.agreement.Draft;
import vn.lienket.agreement.Opinion;
import vn.lienket.agreement.Registration;
import vn.lienket.agreement.Signature;
import vn.lienket.cases.web.CaseHeaders;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.TimeSource;
import vn.lienket.signature.VerifiedSignature;

/** Puts together what {@link AgreementView} shows of a case. */
@Component
class AgreementViews {

    private final AgreementService agreements;
    private final AgreementActivities activities;
    private final CooperationFields cooperationFields;
    private final CaseHeaders headers;
    private final Parties parties;
    private final DocumentSignatures signatures;

    AgreementViews(
            AgreementService agreements,
            AgreementActivities activities,
            CooperationFields cooperationFields,
            CaseHeaders headers,
            Parties parties,
            DocumentSignatures signatures) {
        this.agreements = agreements;
        this.activities = activities;
        this.cooperationFields = cooperationFields;
        this.headers = headers;
        this.parties = parties;
        this.signatures = signatures;
    }

    /** As it was opened; who has ended since, with the name of the successor. */
    private AgreementParty today(AgreementParty party) {
        return new AgreementParty(
                party.organisation(),
                parties.withSuccessor(party.organisation(), party.name(), Organisation::name),
                party.abbreviation());
    }

    AgreementView of(Agreement agreement) {
        String caseCode = agreement.caseCode();
        return new AgreementView(
                headers.of(agreement),
                agreement.type().name(),
                agreement.type().label(),
                agreement.parties().stream().map(this::today).toList(),
                agreement.cooperationFields().stream()
                        .map(code -> cooperationFields.find(code).orElseThrow())
                        .toList(),
                agreement.legalBasis(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.startDocument(),
                agreement.frozenSha256(),
                agreement.drafts().stream()
                        .map(draft -> round(agreement, draft))
                        .toList(),
                agreement.turns().stream().map(turn -> turn(agreement, turn)).toList(),
                agreement.signatures().stream().map(this::signature).toList(),
                agreement.registrations().stream()
                        .map(registration -> registerEntry(agreement, registration))
                        .toList(),
                activities.of(caseCode),
                agreement.predecessor(),
                agreements.successorOf(caseCode).orElse(null),
                agreement.endedOn(),
                agreement.endReason());
    }

    private AgreementView.Round round(Agreement agreement, Draft draft) {
        return new AgreementView.Round(
                new AgreementView.DraftView(
                        draft.version(),
                        draft.document(),
                        draft.sha256(),
                        draft.editable(),
                        draft.note(),
                        draft.author(),
                        parties.personName(draft.author()),
                        draft.submittedAt()),
                opinions(agreement, draft, Opinion.Stage.REVIEW),
                opinions(agreement, draft, Opinion.Stage.APPROVAL));
    }

    private List<AgreementView.OpinionView> opinions(Agreement agreement, Draft draft, Opinion.Stage stage) {
        return agreement.opinions().stream()
                .filter(opinion -> opinion.stage() == stage && opinion.version() == draft.version())
                .map(opinion -> new AgreementView.OpinionView(
                        opinion.party(),
                        agreement.partyName(opinion.party()),
                        opinion.positive(),
                        opinion.comment(),
                        opinion.author(),
                        parties.personName(opinion.author()),
                        opinion.givenAt()))
                .toList();
    }

    private static AgreementView.TurnView turn(Agreement agreement, AgreementTurn turn) {
        return new AgreementView.TurnView(
                turn.rank(),
                turn.party(),
                agreement.partyName(turn.party()),
                turn.role().id(),
                turn.key(),
                turn.words());
    }

    private AgreementView.SignatureView signature(Signature signature) {
        return new AgreementView.SignatureView(
                signature.party(),
                signature.document(),
                signature.sha256(),
                signature.byHand(),
                signature.signer(),
                parties.personName(signature.signer()),
                signature.signedAt(),
                signature.role().id(),
                signature.key(),
                signature.words(),
                signature.byHand() ? null : electronic(signature));
    }

    private AgreementView.ElectronicView electronic(Signature signature) {
        return signatures
                .last(signature.document())
                .flatMap(last -> last.newest()
                        .map(added -> electronic(added, parties.personName(signature.signer()), last.verifiedAt())))
                .orElse(null);
    }

    private AgreementView.ElectronicView electronic(VerifiedSignature found, String handedInBy, Instant verifiedAt) {
        return new AgreementView.ElectronicView(
                found.signer(),
                found.isOfAnotherThan(handedInBy),
                parties.organisationName(found.organisation()),
                found.anchor(),
                found.anchor().signature(),
                found.signedAt(),
                found.timeSource() == TimeSource.TIMESTAMP,
                found.wholeFile(),
                found.valid(),
                found.sentence(),
                verifiedAt);
    }

    private AgreementView.RegisterEntry registerEntry(Agreement agreement, Registration registration) {
        return new AgreementView.RegisterEntry(
                registration.party(),
                agreement.partyName(registration.party()),
                registration.number(),
                registration.date(),
                registration.clerk(),
                parties.personName(registration.clerk()),
                agreement.signedByHand(registration.party()));
    }
}
