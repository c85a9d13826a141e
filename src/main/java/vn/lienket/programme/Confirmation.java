package vn.lienket.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the partner's leader said of the result of a round.
 *
 * @param rework positions of the items to be done again, parted by commas; null if the result is confirmed
 */
@Table(schema = "lienket", value = "activity_confirmation")
public record Confirmation(int round, boolean positive, String comment, String rework, String author, Instant givenAt) {

    static Confirmation of(int round, Collection<Integer> rework, String comment, String author, Instant at) {
        String positions = rework.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return new Confirmation(round, rework.isEmpty(), comment, rework.isEmpty() ? null : positions, author, at);
    }

    /** Positions from 1. */
    public List<Integer> reworkItems() {
        return rework == null
                ? List.of()
                : Stream.of(rework.split(",")).map(Integer::valueOf).toList();
    }
}
