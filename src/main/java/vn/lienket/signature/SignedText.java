package vn.lienket.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A text that parties sign one after the other, as far as they have come. */
public interface SignedText {

    String caseCode();

    /** The text itself, before anybody has signed it. */
    UUID document();

    /** All that it needs, by rank. */
    List<? extends RankedTurn> turns();

    /** Whose turn it is, in any order. */
    List<? extends RankedTurn> openTurns();

    /** In the order of signing. */
    List<? extends TakenSignature> signatures();

    /** The name under which a party signs. */
    String partyName(String organisation);

    /** When it was approved: nobody signs before; empty for a text that anybody of its bodies may sign since there is a file of it. */
    default Optional<Instant> approvedAt() {
        return Optional.empty();
    }

    /** The file the next signature must continue: the text, or what was signed last. */
    default UUID documentToSign() {
        return fileBefore(signatures().size());
    }

    /** The files that somebody may have taken for the one to sign, before another one signed whose turn it was at the same time. */
    default List<UUID> signedMeanwhile() {
        List<UUID> files = new ArrayList<>();
        for (int index = signatures().size() - 1;
                index >= 0 && isOfOpenRank(signatures().get(index));
                index--) {
            files.add(fileBefore(index));
        }
        return files;
    }

    private boolean isOfOpenRank(TakenSignature signature) {
        return openTurns().stream()
                .anyMatch(open ->
                        turns().stream().anyMatch(turn -> turn.rank() == open.rank() && turn.isTakenBy(signature)));
    }

    private UUID fileBefore(int index) {
        return index == 0 ? document() : signatures().get(index - 1).document();
    }

    /** The scan that the file to sign is, or continues; empty if nobody has signed by hand. */
    default Optional<UUID> scan() {
        return signatures().stream()
                .filter(TakenSignature::byHand)
                .reduce((earlier, later) -> later)
                .map(TakenSignature::document);
    }

    /** The electronic signatures that parties added to the file to sign, in their order. */
    default List<TakenSignature> signedSinceScan() {
        List<? extends TakenSignature> all = signatures();
        int first = all.size();
        while (first > 0 && !all.get(first - 1).byHand()) {
            first--;
        }
        return List.copyOf(all.subList(first, all.size()));
    }
}
