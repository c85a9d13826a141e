package vn.lienket.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A paper of a case as it was issued, to be signed.
 *
 * @param kind the module's word for the document, e.g. {@code contract}
 * @param rule its word in {@code reference/signing.yaml}
 * @param name e.g. "Hợp đồng chuyển giao công nghệ"
 * @param number and sign, or null where it bears none
 * @param datedOn the day that it bears, or null
 * @param document that was issued, without electronic signatures
 * @param bodies ids of the organisations in whose names it is signed, as it names them
 */
public record Paper(
        String kind, String rule, String name, String number, LocalDate datedOn, UUID document, List<String> bodies) {

    public Paper {
        bodies = List.copyOf(bodies);
    }
}
