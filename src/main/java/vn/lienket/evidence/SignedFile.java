package vn.lienket.evidence;

import java.util.List;
import vn.lienket.signature.TakenSignature;
import vn.lienket.signature.VerifiedSignature;

/**
 * A signed file that no later one continues: the last one, and one before a scan.
 *
 * @param last what the parties signed into it last
 * @param signatures those found in it, in the order of signing
 */
record SignedFile(TakenSignature last, List<VerifiedSignature> signatures) {}
