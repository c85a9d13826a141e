package vn.lienket.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lienket.paper.SigningState;

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
     * @param waitsFor whose turn it is, or null
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
            List<SignatureView> signatures,
            String reason,
            Instant endedAt) {}

    record FileView(UUID id, String fileName) {}

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
            String found) {}
}
