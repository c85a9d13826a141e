package vn.lienket.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A text that parties sign one after the other, as far as they have come. */
public interface SignedText {

    /** The file the next signature must continue: the text, or what the party before has signed. */
    UUID documentToSign();

    /** In the order of signing. */
    List<? extends TakenSignature> signatures();

    /** The name under which a party signs. */
    String partyName(String organisation);

    /** When it was approved: nobody signs before; empty for a text that anybody of its bodies may have signed since it was issued. */
    default Optional<Instant> approvedAt() {
        return Optional.empty();
    }

    /** The files that somebody may have taken for the one to sign, before another one signed whose turn it was at the same time. */
    default List<UUID> signedMeanwhile() {
        return List.of();
    }

    /** The electronic signatures that the file to sign carries, in their order. */
    default List<TakenSignature> signedSinceScan() {
        List<? extends TakenSignature> all = signatures();
        int first = all.size();
        while (first > 0 && !all.get(first - 1).byHand()) {
            first--;
        }
        return List.copyOf(all.subList(first, all.size()));
    }
}
