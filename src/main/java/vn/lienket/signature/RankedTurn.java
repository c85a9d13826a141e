package vn.lienket.signature;

import java.util.Collection;
import java.util.List;

/** A signature that a text needs. Those of one rank are made in any order, each rank after the one before. */
public interface RankedTurn {

    int rank();

    Turn turn();

    default boolean isTakenBy(TakenSignature signature) {
        return signature.turn().equals(turn());
    }

    /** As {@link Turn#words}. */
    default String words() {
        return turn().words();
    }

    /** Those whose turn it is, in any order; nobody's once all have signed. */
    static <T extends RankedTurn> List<T> open(List<T> turns, Collection<? extends TakenSignature> signatures) {
        List<T> left = turns.stream()
                .filter(turn -> signatures.stream().noneMatch(turn::isTakenBy))
                .toList();
        return left.stream().filter(turn -> turn.rank() == left.get(0).rank()).toList();
    }
}
