package vn.lienket.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in which the signatures of an agreement last.
 *
 * @param document the file
 * @param continues the file that it continues: the copy before, or the signed file
 * @param lastsUntil when the certificate of its archive time stamp ends
 * @param renewAt when the next one is due
 */
record LastingCopy(
        UUID document, String caseCode, UUID continues, Instant madeAt, Instant lastsUntil, Instant renewAt) {

    /** The word for these copies among the documents of an agreement. */
    static final String KIND = "lasting";
}
