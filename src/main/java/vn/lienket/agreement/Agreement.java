package vn.lienket.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.cases.Case;
import vn.lienket.document.DocumentNumber;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.RankedTurn;
import vn.lienket.signature.SignedText;
import vn.lienket.signature.Turn;

/**
 * A cooperation agreement with everything said and done about it. Guards its transitions: what is not due in its state is refused
 * with a {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "agreement")
public class Agreement implements Case, SignedText {

    @Id
    private final String caseCode;

    @Version
    private Integer revision;

    private AgreementState state;
    private final String title;
    private final AgreementType type;
    private final String channel;
    private final String leadOrganisation;
    private final String legalBasis;
    private final LocalDate effectiveFrom;
    private final LocalDate effectiveTo;
    private final String predecessor;
    private final UUID startDocument;
    private String frozenSha256;
    private LocalDate endedOn;
    private String endReason;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<AgreementParty> parties;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<AgreementField> fields;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<Draft> drafts;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<Opinion> opinions;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<AgreementTurn> turns;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<Signature> signatures;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<Registration> registrations;

    @PersistenceCreator
    Agreement(
            String caseCode,
            Integer revision,
            AgreementState state,
            String title,
            AgreementType type,
            String channel,
            String leadOrganisation,
            String legalBasis,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            String predecessor,
            UUID startDocument,
            String frozenSha256,
            LocalDate endedOn,
            String endReason,
            List<AgreementParty> parties,
            List<AgreementField> fields,
            List<Draft> drafts,
            List<Opinion> opinions,
            List<AgreementTurn> turns,
            List<Signature> signatures,
            List<Registration> registrations) {
        this.caseCode = caseCode;
        this.revision = revision;
        this.state = state;
        this.title = title;
        this.type = type;
        this.channel = channel;
        this.leadOrganisation = leadOrganisation;
        this.legalBasis = legalBasis;
        this.effectiveFrom = effectiveFrom;
        this.effectiveTo = effectiveTo;
        this.predecessor = predecessor;
        this.startDocument = startDocument;
        this.frozenSha256 = frozenSha256;
        this.endedOn = endedOn;
        this.endReason = endReason;
        this.parties = parties;
        this.fields = fields;
        this.drafts = new ArrayList<>(drafts);
        this.opinions = new ArrayList<>(opinions);
        this.turns = new ArrayList<>(turns);
        this.signatures = new ArrayList<>(signatures);
        this.registrations = new ArrayList<>(registrations);
    }

    static Agreement open(
            String caseCode,
            AgreementTerms terms,
            List<AgreementParty> parties,
            String predecessor,
            UUID startDocument) {
        return new Agreement(
                caseCode,
                null,
                AgreementState.DRAFTING,
                terms.title(),
                terms.type(),
                terms.channel(),
                terms.leadOrganisation(),
                terms.legalBasis(),
                terms.effectiveFrom(),
                terms.effectiveTo(),
                predecessor,
                startDocument,
                null,
                null,
                null,
                List.copyOf(parties),
                terms.cooperationFields().stream().map(AgreementField::new).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Adds the next version and opens its review round.
     *
     * @param editable the DOCX with the same words, or null
     */
    Draft submitDraft(UUID document, String sha256, UUID editable, String note, String author, Instant at) {
        requireState(AgreementState.DRAFTING, AgreementState.REVISING);
        if (!drafts.isEmpty() && currentDraft().sha256().equals(sha256)) {
            throw ProblemException.invalid(
                    "draftDocumentId", "Dự thảo mới giống hệt phiên bản trước: hãy tải lên tệp đã chỉnh sửa.");
        }
        Draft draft = new Draft(drafts.size() + 1, document, sha256, editable, note, author, at);
        drafts.add(draft);
        state = AgreementState.IN_REVIEW;
        return draft;
    }

    void review(String party, boolean approves, String comment, String author, Instant at) {
        requireState(AgreementState.IN_REVIEW);
        addOpinion(Opinion.Stage.REVIEW, party, approves, comment, author, at);
    }

    /** Ends the review round: true if every party approved. */
    boolean concludeReview() {
        requireState(AgreementState.IN_REVIEW);
        boolean approved = allPositive(Opinion.Stage.REVIEW);
        state = approved ? AgreementState.IN_APPROVAL : AgreementState.REVISING;
        return approved;
    }

    void approve(String party, boolean approves, String comment, String author, Instant at) {
        requireState(AgreementState.IN_APPROVAL);
        addOpinion(Opinion.Stage.APPROVAL, party, approves, comment, author, at);
    }

    /** Ends the approval: true if every leader approved; the version is then frozen by its check sum. */
    boolean concludeApproval() {
        requireState(AgreementState.IN_APPROVAL);
        boolean approved = allPositive(Opinion.Stage.APPROVAL);
        if (approved) {
            frozenSha256 = currentDraft().sha256();
            state = AgreementState.SIGNING;
            awaitSignatures(parties.stream()
                    .map(party -> List.of(Turn.ofLeader(party.organisation())))
                    .toList());
        } else {
            state = AgreementState.REVISING;
        }
        return approved;
    }

    /** Sets whose signatures it needs, by rank, before the first has signed; without a word the leader of each party in turn. */
    void awaitSignatures(List<List<Turn>> ranks) {
        requireState(AgreementState.SIGNING);
        if (!signatures.isEmpty()) {
            throw ProblemException.conflict("Đã có người ký nên không đổi được thứ tự ký.");
        }
        turns.clear();
        for (int rank = 0; rank < ranks.size(); rank++) {
            for (Turn turn : ranks.get(rank)) {
                turns.add(new AgreementTurn(rank, turn.organisation(), turn.role(), turn.key()));
            }
        }
    }

    /** The version that is to be signed. */
    @Override
    public UUID document() {
        return currentDraft().document();
    }

    @Override
    public Optional<Instant> approvedAt() {
        return opinions.stream()
                .filter(opinion -> opinion.stage() == Opinion.Stage.APPROVAL)
                .map(Opinion::givenAt)
                .max(Comparator.naturalOrder());
    }

    /** Whether the parties sign and this is the file that the next one signs. */
    boolean waitsForSignature(UUID document) {
        return state == AgreementState.SIGNING && documentToSign().equals(document);
    }

    /** Whose turn it is, in any order; nobody's once all have signed, and before they begin. */
    @Override
    public List<AgreementTurn> openTurns() {
        return RankedTurn.open(turns, signatures);
    }

    /** The turn at a position; 409 if it is not open. */
    AgreementTurn openTurn(int position) {
        AgreementTurn turn = turns.get(position);
        requireOpen(turn);
        return turn;
    }

    /** The first open turn of a party; 409 if it has none. */
    AgreementTurn openTurn(String party) {
        return openTurns().stream()
                .filter(turn -> turn.party().equals(party))
                .findFirst()
                .orElseThrow(() -> notOpen(party));
    }

    void sign(Signature signature) {
        requireState(AgreementState.SIGNING);
        if (openTurns().stream().noneMatch(turn -> turn.isTakenBy(signature))) {
            throw notOpen(signature.party());
        }
        signatures.add(signature);
        if (openTurns().isEmpty()) {
            state = AgreementState.REGISTERING;
        }
    }

    private void requireOpen(AgreementTurn turn) {
        requireState(AgreementState.SIGNING);
        if (!openTurns().contains(turn)) {
            throw notOpen(turn.party());
        }
    }

    private ProblemException notOpen(String party) {
        return ProblemException.conflict("Chưa đến lượt %s ký.".formatted(partyName(party)));
    }

    void register(String party, DocumentNumber number, LocalDate date, String clerk, Instant at) {
        requireState(AgreementState.REGISTERING);
        partyName(party);
        if (registrations.stream().anyMatch(entry -> entry.party().equals(party))) {
            throw ProblemException.conflict("%s đã vào sổ thỏa thuận này.".formatted(partyName(party)));
        }
        registrations.add(new Registration(
                party, date.getYear(), number.sequence(), number.type(), number.toString(), date, clerk, at));
    }

    void enterIntoForce() {
        requireState(AgreementState.REGISTERING);
        if (registrations.size() < parties.size()) {
            throw ProblemException.conflict("Chưa đủ các bên vào sổ thỏa thuận.");
        }
        state = AgreementState.IN_FORCE;
    }

    void withdraw(String reason, LocalDate on) {
        requireWithdrawable();
        end(AgreementState.WITHDRAWN, reason, on);
    }

    void expire(LocalDate on) {
        requireState(AgreementState.IN_FORCE);
        end(AgreementState.EXPIRED, null, on);
    }

    void terminate(String reason, LocalDate on) {
        requireState(AgreementState.IN_FORCE);
        end(AgreementState.TERMINATED, reason, on);
    }

    private void end(AgreementState how, String reason, LocalDate on) {
        state = how;
        endReason = reason;
        endedOn = on;
    }

    private void addOpinion(
            Opinion.Stage stage, String party, boolean positive, String comment, String author, Instant at) {
        String name = partyName(party);
        int version = currentDraft().version();
        if (opinion(stage, version, party).isPresent()) {
            throw ProblemException.conflict("%s đã cho ý kiến về phiên bản %d.".formatted(name, version));
        }
        opinions.add(new Opinion(stage, version, party, positive, comment, author, at));
    }

    private boolean allPositive(Opinion.Stage stage) {
        int version = currentDraft().version();
        return parties.stream()
                .allMatch(party -> opinion(stage, version, party.organisation())
                        .orElseThrow(() -> ProblemException.conflict("%s chưa cho ý kiến.".formatted(party.name())))
                        .positive());
    }

    private Optional<Opinion> opinion(Opinion.Stage stage, int version, String party) {
        return opinions.stream()
                .filter(given -> given.stage() == stage
                        && given.version() == version
                        && given.party().equals(party))
                .findFirst();
    }

    /** Whether somebody signed on paper for the party; false also before it has signed. */
    public boolean signedByHand(String organisation) {
        return signatures.stream().anyMatch(signature -> signature.party().equals(organisation) && signature.byHand());
    }

    /** The name under which a party signs; 400 if the organisation is none. */
    @Override
    public String partyName(String organisation) {
        return parties.stream()
                .filter(party -> party.organisation().equals(organisation))
                .map(AgreementParty::name)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("party", "Đơn vị này không phải một bên của thỏa thuận."));
    }

    /** What events tell of it. */
    AgreementEvent.About about() {
        return new AgreementEvent.About(
                caseCode,
                title,
                type,
                channel,
                leadOrganisation,
                parties.stream().map(AgreementParty::organisation).toList(),
                effectiveFrom,
                effectiveTo);
    }

    /** The parties' entries in their registers, as events tell them. */
    List<AgreementEvent.Entry> register() {
        return registrations.stream()
                .map(entry -> new AgreementEvent.Entry(
                        partyName(entry.party()), entry.number(), entry.date(), signedByHand(entry.party())))
                .toList();
    }

    Draft currentDraft() {
        if (drafts.isEmpty()) {
            throw ProblemException.conflict("Hồ sơ %s chưa có dự thảo.".formatted(caseCode));
        }
        return drafts.get(drafts.size() - 1);
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    @Override
    public AgreementState state() {
        return state;
    }

    public String title() {
        return title;
    }

    public AgreementType type() {
        return type;
    }

    public String channel() {
        return channel;
    }

    public String leadOrganisation() {
        return leadOrganisation;
    }

    public String legalBasis() {
        return legalBasis;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    public LocalDate effectiveTo() {
        return effectiveTo;
    }

    /** Code of the agreement this one renews, or null. */
    public String predecessor() {
        return predecessor;
    }

    /** The draft brought along at the start, or null. */
    public UUID startDocument() {
        return startDocument;
    }

    /** Check sum of the approved version, or null before approval. */
    public String frozenSha256() {
        return frozenSha256;
    }

    /** The day it was withdrawn, terminated or expired, or null. */
    public LocalDate endedOn() {
        return endedOn;
    }

    public String endReason() {
        return endReason;
    }

    /** In signing order. */
    public List<AgreementParty> parties() {
        return parties;
    }

    public List<String> cooperationFields() {
        return fields.stream().map(AgreementField::code).toList();
    }

    public List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    public List<Opinion> opinions() {
        return List.copyOf(opinions);
    }

    /** The signatures that it needs, in their order; none before the signing begins. */
    @Override
    public List<AgreementTurn> turns() {
        return List.copyOf(turns);
    }

    @Override
    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    public List<Registration> registrations() {
        return List.copyOf(registrations);
    }
}
