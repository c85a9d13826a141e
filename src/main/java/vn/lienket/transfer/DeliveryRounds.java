package vn.lienket.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import vn.lienket.problem.ProblemException;

/** What was handed over of a plan, round by round: a round ends with the requester's word on it, defects open the next one. */
public class DeliveryRounds {

    @Column("acceptance_round")
    private int round;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferDelivery> deliveries;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferAcceptance> acceptances;

    @PersistenceCreator
    DeliveryRounds(int round, List<TransferDelivery> deliveries, List<TransferAcceptance> acceptances) {
        this.round = round;
        this.deliveries = new ArrayList<>(deliveries);
        this.acceptances = new ArrayList<>(acceptances);
    }

    static DeliveryRounds none() {
        return new DeliveryRounds(0, List.of(), List.of());
    }

    void begin() {
        round = 1;
    }

    /** @return whether every item of the round is delivered */
    boolean deliver(TransferDelivery delivery, TransferPlan plan) {
        TransferItem item = plan.item(delivery.item());
        if (delivery.round() != round) {
            throw ProblemException.conflict("Đang ở đợt nghiệm thu %d.".formatted(round));
        }
        if (item.accepted() || isDelivered(delivery.item())) {
            throw ProblemException.conflict("Nội dung “%s” đã được chuyển giao.".formatted(item.title()));
        }
        deliveries.add(delivery);
        return plan.toDeliver().stream().allMatch(this::isDelivered);
    }

    private boolean isDelivered(int item) {
        return deliveries.stream().anyMatch(delivery -> delivery.item() == item && delivery.round() == round);
    }

    /** Accepts what is not named as defective; what is comes again in the next round. */
    TransferAcceptance accept(Set<Integer> defective, TransferPlan plan, String comment, String by, Instant at) {
        if (!plan.toDeliver().containsAll(defective)) {
            throw ProblemException.conflict("Có nội dung không thuộc đợt nghiệm thu này.");
        }
        Set<Integer> accepted = new TreeSet<>(plan.toDeliver());
        accepted.removeAll(defective);
        plan.accept(accepted);
        TransferAcceptance acceptance =
                new TransferAcceptance(round, defective.isEmpty(), comment, positions(defective), by, at);
        acceptances.add(acceptance);
        if (!acceptance.positive()) {
            round++;
        }
        return acceptance;
    }

    private static String positions(Set<Integer> defective) {
        return defective.isEmpty()
                ? null
                : defective.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** What was handed over last for an item, where it was a document. */
    Optional<UUID> lastDocument(int item) {
        return deliveries.stream()
                .filter(delivery -> delivery.item() == item)
                .reduce((earlier, later) -> later)
                .map(TransferDelivery::document);
    }

    /** From 1; 0 before delivery. */
    public int round() {
        return round;
    }

    public List<TransferDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    public List<TransferAcceptance> acceptances() {
        return List.copyOf(acceptances);
    }
}
