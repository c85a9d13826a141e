package vn.lienket.paper.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseCard;
import vn.lienket.cases.Dossier;
import vn.lienket.document.Documents;
import vn.lienket.paper.Paper;
import vn.lienket.paper.PaperService;
import vn.lienket.paper.PaperSignature;
import vn.lienket.paper.PaperSigning;
import vn.lienket.paper.PaperTurn;
import vn.lienket.paper.SigningState;
import vn.lienket.party.Parties;
import vn.lienket.signature.SignatureWords;

/** Puts together what {@link PaperView} shows, also on the page of a case. */
@Component
class PaperViews implements CaseCard {

    private final PaperService papers;
    private final Documents documents;
    private final SignatureWords words;
    private final Parties parties;

    PaperViews(PaperService papers, Documents documents, SignatureWords words, Parties parties) {
        this.papers = papers;
        this.documents = documents;
        this.words = words;
        this.parties = parties;
    }

    @Override
    public String fragment() {
        return "paper/papers :: papers";
    }

    @Override
    public String word() {
        return "papers";
    }

    @Override
    public List<PaperView> content(Dossier dossier) {
        return papers.papers(dossier.code()).stream()
                .map(paper -> of(dossier, paper))
                .toList();
    }

    PaperView of(Dossier dossier, Paper paper) {
        return new PaperView(
                paper.document(),
                paper.kind(),
                paper.name(),
                paper.number(),
                paper.datedOn(),
                paper.bodies().stream()
                        .map(body -> new PaperView.BodyView(body, parties.organisationName(body)))
                        .toList(),
                papers.maySubmit(dossier, paper),
                papers.signingOf(dossier.code(), paper).map(this::signing).orElse(null));
    }

    private PaperView.SigningView signing(PaperSigning signing) {
        return new PaperView.SigningView(
                signing.id(),
                signing.state(),
                signing.state().label(),
                signing.state() == SigningState.WAITING ? signing.waitsFor() : null,
                signing.submittedBy(),
                parties.personName(signing.submittedBy()),
                signing.submittedAt(),
                new PaperView.FileView(
                        signing.documentToSign(),
                        documents.info(signing.documentToSign()).fileName()),
                signing.turns().stream().map(PaperViews::turn).toList(),
                signing.signatures().stream()
                        .map(signature -> signature(signing, signature))
                        .toList(),
                signing.reason(),
                signing.endedAt());
    }

    private static PaperView.TurnView turn(PaperTurn turn) {
        return new PaperView.TurnView(
                turn.rank(), turn.organisation(), turn.name(), turn.role().id(), turn.key(), turn.words());
    }

    private PaperView.SignatureView signature(PaperSigning signing, PaperSignature signature) {
        return new PaperView.SignatureView(
                signature.party(),
                signing.partyName(signature.party()) + signature.words(),
                signature.document(),
                signature.sha256(),
                signature.byHand(),
                signature.signer(),
                parties.personName(signature.signer()),
                signature.signedAt(),
                signature.role().id(),
                signature.key(),
                signature.byHand() ? null : words.ofLast(signature.document()).orElse(null));
    }
}
