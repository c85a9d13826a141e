package vn.lienket.paper;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.TakenSignature;

/**
 * The signature of a body on a paper.
 *
 * @param document the file after this body signed
 * @param byHand a scan of the paper; false: the previous file with one more electronic signature, verified
 */
@Table(schema = "lienket", value = "paper_signature")
public record PaperSignature(
        String party,
        UUID document,
        String sha256,
        boolean byHand,
        String signer,
        Instant signedAt,
        Role role,
        KeyOwner key)
        implements TakenSignature {}
