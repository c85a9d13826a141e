package vn.lienket.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.RankedTurn;
import vn.lienket.signature.SignedText;

/**
 * A paper on its way from one signer to the next. Guards its transitions: what is not due in its state is refused with a
 * {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "paper_signing")
public class PaperSigning implements SignedText {

    @Id
    private final UUID id;

    @Version
    private Integer revision;

    private final String caseCode;
    private final String channel;
    private final String kind;
    private final String name;
    private final String number;
    private final LocalDate datedOn;
    private final UUID document;
    private SigningState state;
    private final String submittedBy;
    private final Instant submittedAt;
    private String reason;
    private String endedBy;
    private Instant endedAt;

    @MappedCollection(idColumn = "paper_signing", keyColumn = "position")
    private final List<PaperTurn> turns;

    @MappedCollection(idColumn = "paper_signing", keyColumn = "position")
    private final List<PaperSignature> signatures;

    @PersistenceCreator
    PaperSigning(
            UUID id,
            Integer revision,
            String caseCode,
            String channel,
            String kind,
            String name,
            String number,
            LocalDate datedOn,
            UUID document,
            SigningState state,
            String submittedBy,
            Instant submittedAt,
            String reason,
            String endedBy,
            Instant endedAt,
            List<PaperTurn> turns,
            List<PaperSignature> signatures) {
        this.id = id;
        this.revision = revision;
        this.caseCode = caseCode;
        this.channel = channel;
        this.kind = kind;
        this.name = name;
        this.number = number;
        this.datedOn = datedOn;
        this.document = document;
        this.state = state;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
        this.reason = reason;
        this.endedBy = endedBy;
        this.endedAt = endedAt;
        this.turns = List.copyOf(turns);
        this.signatures = new ArrayList<>(signatures);
    }

    static PaperSigning submit(
            String caseCode, String channel, Paper paper, List<PaperTurn> turns, String by, Instant at) {
        return new PaperSigning(
                UUID.randomUUID(),
                null,
                caseCode,
                channel,
                paper.kind(),
                paper.name(),
                paper.number(),
                paper.datedOn(),
                paper.document(),
                SigningState.WAITING,
                by,
                at,
                null,
                null,
                null,
                turns,
                List.of());
    }

    void sign(PaperSignature signature) {
        requireWaiting();
        if (openTurns().stream().noneMatch(turn -> turn.isTakenBy(signature))) {
            throw notOpen(signature.party());
        }
        signatures.add(signature);
        if (openTurns().isEmpty()) {
            end(SigningState.SIGNED, null, signature.signer(), signature.signedAt());
        }
    }

    /** One does not sign it: it stays as it was issued, and as far as others have signed it, and nobody signs it any more. */
    void refuse(PaperTurn turn, String why, String by, Instant at) {
        requireOpen(turn);
        end(SigningState.REFUSED, why, by, at);
    }

    void stop(String why, String by, Instant at) {
        requireWaiting();
        end(SigningState.STOPPED, why, by, at);
    }

    private void end(SigningState how, String why, String by, Instant at) {
        state = how;
        reason = why;
        endedBy = by;
        endedAt = at;
    }

    /** Whose turn it is, in any order; nobody's once it does not wait any more. */
    @Override
    public List<PaperTurn> openTurns() {
        return state == SigningState.WAITING ? RankedTurn.open(turns, signatures) : List.of();
    }

    /** The turn at a position; 409 if it is not open. */
    PaperTurn openTurn(int position) {
        PaperTurn turn = turns.get(position);
        requireOpen(turn);
        return turn;
    }

    /** The first open turn of a party; 409 if it has none. */
    PaperTurn openTurn(String party) {
        requireWaiting();
        return openTurns().stream()
                .filter(turn -> turn.organisation().equals(party))
                .findFirst()
                .orElseThrow(() -> notOpen(party));
    }

    private void requireOpen(PaperTurn turn) {
        requireWaiting();
        if (!openTurns().contains(turn)) {
            throw notOpen(turn.organisation());
        }
    }

    private void requireWaiting() {
        if (state != SigningState.WAITING) {
            throw ProblemException.conflict("Văn bản này không còn chờ ký.");
        }
    }

    private ProblemException notOpen(String party) {
        return ProblemException.conflict("Chưa đến lượt %s ký.".formatted(partyName(party)));
    }

    /** Whose turn it is, in words; empty once it does not wait any more. */
    public String waitsFor() {
        return openTurns().stream().map(turn -> turn.name() + turn.words()).collect(Collectors.joining("; "));
    }

    /** Whether this is the file that the next one signs. */
    boolean waitsForSignature(UUID file) {
        return state == SigningState.WAITING && documentToSign().equals(file);
    }

    @Override
    public String partyName(String organisation) {
        return turns.stream()
                .filter(turn -> turn.organisation().equals(organisation))
                .map(PaperTurn::name)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("party", "Đơn vị này không ký văn bản này."));
    }

    public UUID id() {
        return id;
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    public String channel() {
        return channel;
    }

    /** The module's word for the document. */
    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** Its name and number, as people call it. */
    public String words() {
        return number == null ? name : "%s số %s".formatted(name, number);
    }

    /** Null where it bears none. */
    public String number() {
        return number;
    }

    /** The day that the paper bears, or null. */
    public LocalDate datedOn() {
        return datedOn;
    }

    /** As it was issued. */
    @Override
    public UUID document() {
        return document;
    }

    public SigningState state() {
        return state;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** Why it is not signed, or null. */
    public String reason() {
        return reason;
    }

    /** Null while it waits. */
    public String endedBy() {
        return endedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }

    @Override
    public List<PaperTurn> turns() {
        return turns;
    }

    @Override
    public List<PaperSignature> signatures() {
        return List.copyOf(signatures);
    }
}
