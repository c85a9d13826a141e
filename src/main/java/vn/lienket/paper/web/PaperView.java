package vn.lienket.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.paper.SigningState;
import vn.lienket.signature.KeyOwner;

/**
 * A paper of a case and how its signing stands; people and organisations by id and name.
 *
 * @param documentId of the paper as it was issued
 * @param kind the module's word for the document, e.g. {@code contract}
 * @param number null where it bears none
 * @param bodies in whose names it is signed
 * @param maySubmit whether the user who is signed in may submit it now
 * @param signing as it was submitted last, or null
 */
record PaperView(
        UUID documentId,
        String kind,
        String name,
        String number,
        LocalDate date,
        List<BodyView> bodies,
        boolean maySubmit,
        SigningView signing) {

    record BodyView(String id, String name) {}

    /**
     * @param waitsFor whose turn it is, in any order, or null
     * @param turns all that it needs
     * @param toSign the file that the next signature continues, or the last one
     * @param reason why it is not signed, or null
     */
    record SigningView(
            UUID id,
            SigningState state,
            String stateName,
            String waitsFor,
            String submittedBy,
            String submittedByName,
            Instant submittedAt,
            FileView toSign,
            List<TurnView> turns,
            List<SignatureView> signatures,
            String reason,
            Instant endedAt) {}

    record FileView(UUID id, String fileName) {}

    /**
     * A signature that it needs.
     *
     * @param rank those of one rank are made in any order, each rank after the one before
     * @param words who signs, if it is not the leader with his own key: to be written behind the party
     */
    record TurnView(int rank, String party, String partyName, String role, KeyOwner key, String words) {}

    /** @param found the electronic signature in words; null for a scan */
    record SignatureView(
            String party,
            String partyName,
            UUID document,
            String sha256,
            boolean byHand,
            String signer,
            String signerName,
            Instant signedAt,
            String role,
            KeyOwner key,
            String found) {}
}
