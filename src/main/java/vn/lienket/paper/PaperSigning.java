package vn.lienket.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.problem.ProblemException;
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
        turnOf(signature.party());
        signatures.add(signature);
        if (signatures.size() == turns.size()) {
            end(SigningState.SIGNED, null, signature.signer(), signature.signedAt());
        }
    }

    /** A body does not sign it electronically: it stays as it was issued, and as far as others have signed it. */
    void refuse(String party, String why, String by, Instant at) {
        turnOf(party);
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

    /** The open turn, if it is the party's; else 409. */
    PaperTurn turnOf(String party) {
        requireWaiting();
        if (!next().organisation().equals(party)) {
            throw ProblemException.conflict("Chưa đến lượt %s ký.".formatted(partyName(party)));
        }
        return next();
    }

    private void requireWaiting() {
        if (state != SigningState.WAITING) {
            throw ProblemException.conflict("Văn bản này không còn chờ ký.");
        }
    }

    /** Whose turn it is, while it waits. */
    public PaperTurn next() {
        return turns.get(signatures.size());
    }

    /** Whether this is the file that the next one signs. */
    boolean waitsForSignature(UUID file) {
        return state == SigningState.WAITING && documentToSign().equals(file);
    }

    @Override
    public UUID text() {
        return document;
    }

    @Override
    public UUID documentToSign() {
        return signatures.isEmpty()
                ? document
                : signatures.get(signatures.size() - 1).document();
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

    /** Null where it bears none. */
    public String number() {
        return number;
    }

    /** The day that the paper bears, or null. */
    public LocalDate datedOn() {
        return datedOn;
    }

    /** As it was issued. */
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

    /** In the order of signing. */
    public List<PaperTurn> turns() {
        return turns;
    }

    @Override
    public List<PaperSignature> signatures() {
        return List.copyOf(signatures);
    }
}
