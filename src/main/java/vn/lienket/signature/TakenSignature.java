package vn.lienket.signature;

import java.util.UUID;

/** A signature of a party that its case has taken. */
public interface TakenSignature {

    /** The organisation. */
    String party();

    /** The file after this party signed. */
    UUID document();

    /** A scan of the paper; false: the previous file with one more electronic signature. */
    boolean byHand();
}
