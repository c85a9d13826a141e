package vn.lienket.agreement;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.TakenSignature;

/**
 * A signature of a party.
 *
 * @param document the file after it was signed
 * @param byHand a scan of the paper; false: the previous file with one more electronic signature, verified
 */
@Table(schema = "lienket", value = "agreement_signature")
public record Signature(
        String party,
        UUID document,
        String sha256,
        boolean byHand,
        String signer,
        Instant signedAt,
        Role role,
        KeyOwner key)
        implements TakenSignature {}
