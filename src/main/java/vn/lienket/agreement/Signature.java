package vn.lienket.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * One party's signature.
 *
 * @param document the file after this party signed
 * @param byHand a scan of the paper; false: the previous file, continued
 */
public record Signature(String party, UUID document, String sha256, boolean byHand, String signer, Instant signedAt) {}
