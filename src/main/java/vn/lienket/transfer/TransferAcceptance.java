package vn.lienket.transfer;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the requester said of a round of delivery.
 *
 * @param defectiveItems positions, parted by commas; null if all are accepted
 */
@Table(schema = "lienket", value = "transfer_acceptance")
public record TransferAcceptance(
        int round, boolean positive, String comment, String defectiveItems, String author, Instant givenAt) {

    /** Positions of the items that were sent back, from 0. */
    public List<Integer> defects() {
        return defectiveItems == null
                ? List.of()
                : Stream.of(defectiveItems.split(",")).map(Integer::valueOf).toList();
    }
}
