package vn.lienket.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.StatusChanged;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.ElectronicSignatures;

/**
 * The signing of papers after they were issued: beside their cases, which go on meanwhile. A paper is signed where somebody of its bodies
 * submits it; the signed file is the next version of the case's document.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PaperService {

    private static final String DECISION = "signingDecision";
    private static final String COMMENT = "signingComment";
    private static final String SIGN = "sign";
    private static final String REFUSE = "refuse";

    private final PaperSignings signings;
    private final Dossiers dossiers;
    private final List<PaperSource> sources;
    private final SigningOrder order;
    private final ElectronicSignatures electronicSignatures;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperService(
            PaperSignings signings,
            Dossiers dossiers,
            List<PaperSource> sources,
            SigningOrder order,
            ElectronicSignatures electronicSignatures,
            Documents documents,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signings = signings;
        this.dossiers = dossiers;
        this.sources = sources;
        this.order = order;
        this.electronicSignatures = electronicSignatures;
        this.documents = documents;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** The papers of a case that are final, oldest first. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Paper> papers(String caseCode) {
        return sources.stream()
                .flatMap(source -> source.papers(caseCode).stream())
                .toList();
    }

    /** How the signing of a paper stands: as it was submitted last; empty if it never was. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<PaperSigning> signingOf(String caseCode, Paper paper) {
        return signings.findByCaseCodeOrderBySubmittedAt(caseCode).stream()
                .filter(signing -> signing.document().equals(paper.document()))
                .reduce((earlier, later) -> later);
    }

    /** Reads one without holding it; the caller sees to who may see it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<PaperSigning> find(UUID id) {
        return signings.findById(id);
    }

    /** Whether the user who is signed in may submit a paper that is not being signed, or was not. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public boolean maySubmit(Dossier dossier, Paper paper) {
        return isOfABody(paper)
                && !isWithdrawn(dossier)
                && signingOf(dossier.code(), paper)
                        .filter(PaperService::standsInTheWay)
                        .isEmpty();
    }

    /**
     * Has the bodies of a paper sign it.
     *
     * @param dossier a case that the user may see
     * @param document of the paper
     * @throws ProblemException 403 for who is not of its bodies, 404 for what is no final paper of the case, 409 for one that is being
     *     signed or was, and for one of a case that was withdrawn
     */
    @Transactional
    public PaperSigning submit(Dossier dossier, UUID document) {
        Paper paper = papers(dossier.code()).stream()
                .filter(known -> known.document().equals(document))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "Hồ sơ %s không có văn bản này trong các văn bản đã ban hành.".formatted(dossier.code())));
        if (!isOfABody(paper)) {
            throw ProblemException.forbidden(
                    "Chỉ chuyên viên, văn thư hoặc lãnh đạo của đơn vị ký văn bản được trình ký.");
        }
        signings.lock(dossier.code());
        if (isWithdrawn(dossiers.find(dossier.code()).orElseThrow())) {
            throw ProblemException.conflict(
                    "Hồ sơ %s đã rút nên không trình ký văn bản nữa.".formatted(dossier.code()));
        }
        signingOf(dossier.code(), paper).filter(PaperService::standsInTheWay).ifPresent(signing -> {
            throw ProblemException.conflict(
                    signing.state() == SigningState.WAITING
                            ? "Văn bản này đã trình ký, đang chờ %s ký.".formatted(signing.waitsFor())
                            : "Văn bản này đã ký đủ.");
        });
        PaperSigning submitted = signings.save(PaperSigning.submit(
                dossier.code(), dossier.channel(), paper, order.of(paper), currentUser.actor(), now()));
        events.publishEvent(new PaperEvent.Submitted(submitted));
        return submitted;
    }

    /** The turn at a position; without one that of who signs next, in signings that began when one signed after the other. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public PaperTurn turn(UUID id, Integer position) {
        PaperSigning signing = signings.findById(id).orElseThrow();
        return position == null ? signing.openTurns().get(0) : signing.turns().get(position);
    }

    /**
     * Takes an answer: a signed file, see {@link ElectronicSignatures}, or a scan of the paper; or that somebody does not sign and why.
     *
     * @param turn its position among the turns; null in signings that began when one signed after the other
     * @param decision {@code sign} or {@code refuse}
     */
    public PaperSigning answer(
            UUID id, String party, Integer turn, String decision, String comment, String documentId, boolean byHand) {
        PaperSigning signing = hold(id);
        PaperTurn open = turn == null ? signing.openTurn(party) : signing.openTurn(turn);
        return Answers.choice(DECISION, "Quyết định", decision, List.of(SIGN, REFUSE))
                        .equals(SIGN)
                ? sign(signing, open, documentId, byHand)
                : refuse(signing, open, Answers.requiredText(COMMENT, "Lý do không ký", comment));
    }

    private PaperSigning sign(PaperSigning signing, PaperTurn turn, String documentId, boolean byHand) {
        DocumentInfo signed = documents.require("signedDocumentId", documentId, signing.channel());
        if (byHand) {
            electronicSignatures.requireScan(signing, signed);
        } else {
            electronicSignatures.require(signing, turn.turn(), signed.id());
        }
        signing.sign(new PaperSignature(
                turn.organisation(),
                signed.id(),
                signed.sha256(),
                byHand,
                currentUser.actor(),
                now(),
                turn.role(),
                turn.key()));
        documents.attach(signing.caseCode(), signing.channel(), signing.kind(), signed.id());
        PaperSigning saved = signings.save(signing);
        if (saved.state() == SigningState.SIGNED) {
            events.publishEvent(new PaperEvent.Signed(saved, signed.id()));
        }
        return saved;
    }

    private PaperSigning refuse(PaperSigning signing, PaperTurn turn, String why) {
        signing.refuse(turn, why, currentUser.actor(), now());
        PaperSigning saved = signings.save(signing);
        events.publishEvent(new PaperEvent.Refused(saved));
        return saved;
    }

    /** What waits in a case that is withdrawn waits no longer; whoever submits a paper meanwhile waits, and is refused then. */
    @EventListener
    public void on(StatusChanged changed) {
        if (changed.status() == CaseStatus.WITHDRAWN) {
            signings.lock(changed.caseCode());
            signings.findByCaseCodeOrderBySubmittedAt(changed.caseCode()).stream()
                    .filter(signing -> signing.state() == SigningState.WAITING)
                    .map(signing -> hold(signing.id()))
                    .forEach(this::stop);
        }
    }

    private void stop(PaperSigning signing) {
        signing.stop("Hồ sơ đã rút.", currentUser.actor(), now());
        events.publishEvent(new PaperEvent.Stopped(signings.save(signing)));
    }

    private PaperSigning hold(UUID id) {
        return signings.readById(id).orElseThrow(() -> ProblemException.notFound("Không có lần trình ký này."));
    }

    private boolean isOfABody(Paper paper) {
        User user = currentUser.require();
        return paper.bodies().stream()
                .anyMatch(body ->
                        user.has(body, Role.OFFICER) || user.has(body, Role.CLERK) || user.has(body, Role.LEADER));
    }

    private static boolean isWithdrawn(Dossier dossier) {
        return dossier.status() == CaseStatus.WITHDRAWN;
    }

    private static boolean standsInTheWay(PaperSigning signing) {
        return signing.state() == SigningState.WAITING || signing.state() == SigningState.SIGNED;
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
