package vn.lienket.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import vn.lienket.problem.ProblemException;

/**
 * What is transferred and on what terms: the items and the contract of the current version, and what the parties said of every
 * version. The case guards when a step is due, the plan what it may say.
 */
public class TransferPlan {

    @Column("plan_version")
    private int version;

    private UUID contractDocument;
    private Integer contractSequence;
    private String contractNumber;
    private LocalDate contractedOn;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferItem> items;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferClause> clauses;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<PlanOpinion> opinions;

    @PersistenceCreator
    TransferPlan(
            int version,
            UUID contractDocument,
            Integer contractSequence,
            String contractNumber,
            LocalDate contractedOn,
            List<TransferItem> items,
            List<TransferClause> clauses,
            List<PlanOpinion> opinions) {
        this.version = version;
        this.contractDocument = contractDocument;
        this.contractSequence = contractSequence;
        this.contractNumber = contractNumber;
        this.contractedOn = contractedOn;
        this.items = new ArrayList<>(items);
        this.clauses = new ArrayList<>(clauses);
        this.opinions = new ArrayList<>(opinions);
    }

    static TransferPlan none() {
        return new TransferPlan(0, null, null, null, null, List.of(), List.of(), List.of());
    }

    void next(List<TransferItem> planned, List<TransferClause> agreed, UUID contract) {
        items.clear();
        items.addAll(planned);
        clauses.clear();
        clauses.addAll(agreed);
        contractDocument = contract;
        version++;
    }

    void take(PlanOpinion opinion) {
        if (opinion.version() != version) {
            throw ProblemException.conflict(
                    "Kế hoạch đang ở phiên bản %d, không phải %d.".formatted(version, opinion.version()));
        }
        if (round().stream().anyMatch(known -> known.party().equals(opinion.party()))) {
            throw ProblemException.conflict("Đơn vị này đã cho ý kiến về kế hoạch phiên bản %d.".formatted(version));
        }
        opinions.add(opinion);
    }

    /** Ends the round: true if every party approved; the contract then has its date. Who wants changes ends it alone. */
    boolean conclude(Set<String> parties, LocalDate on) {
        boolean approved = round().stream().allMatch(PlanOpinion::positive);
        if (approved && round().size() < parties.size()) {
            throw ProblemException.conflict("Chưa đủ ý kiến của các bên về kế hoạch.");
        }
        contractedOn = approved ? on : contractedOn;
        return approved;
    }

    private List<PlanOpinion> round() {
        return opinions.stream().filter(opinion -> opinion.version() == version).toList();
    }

    void number(int sequence, String number, UUID document) {
        contractSequence = sequence;
        contractNumber = number;
        contractDocument = document;
    }

    void accept(Set<Integer> positions) {
        positions.forEach(position -> items.set(position, item(position).accept()));
    }

    void reschedule(int position, LocalDate from, LocalDate to, String place) {
        TransferItem meeting = item(position);
        if (!meeting.kind().isMeeting() || meeting.accepted()) {
            throw ProblemException.conflict("Nội dung “%s” không đổi lịch được.".formatted(meeting.title()));
        }
        items.set(position, meeting.scheduled(meeting.details().on(from, to, place)));
    }

    void invite(List<Integer> meetings) {
        meetings.forEach(position -> items.set(position, item(position).invited()));
    }

    /** @throws ProblemException 404 if there is no item at this position, from 0 */
    TransferItem item(int position) {
        if (position < 0 || position >= items.size()) {
            throw ProblemException.notFound("Không có nội dung chuyển giao này.");
        }
        return items.get(position);
    }

    /** Positions of the items that the current round of delivery is about: those not accepted yet. */
    public List<Integer> toDeliver() {
        return IntStream.range(0, items.size())
                .filter(item -> !items.get(item).accepted())
                .boxed()
                .toList();
    }

    /** 0 before the first plan. */
    public int version() {
        return version;
    }

    /** Document id, or null. */
    public UUID contractDocument() {
        return contractDocument;
    }

    /** Null where the parties brought their own contract, and before it is agreed. */
    public String contractNumber() {
        return contractNumber;
    }

    /** The day every party had approved, from which the registration’s deadline is counted; null before. */
    public LocalDate contractedOn() {
        return contractedOn;
    }

    public List<TransferItem> items() {
        return List.copyOf(items);
    }

    public List<TransferClause> clauses() {
        return List.copyOf(clauses);
    }

    /** Of all versions, the oldest first. */
    public List<PlanOpinion> opinions() {
        return List.copyOf(opinions);
    }
}
