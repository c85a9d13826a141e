package vn.lienket.signature;

import java.util.UUID;
import vn.lienket.party.Role;

/** A signature of a party that its case has taken. */
public interface TakenSignature {

    /** The organisation. */
    String party();

    /** Of who signed for it. */
    Role role();

    /** Whose key he signed with. */
    KeyOwner key();

    /** The file after this party signed. */
    UUID document();

    /** A scan of the paper; false: the previous file with one more electronic signature. */
    boolean byHand();

    /** The turn that it has taken. */
    default Turn turn() {
        return new Turn(party(), role(), key());
    }

    /** As {@link Turn#words}. */
    default String words() {
        return turn().words();
    }
}
