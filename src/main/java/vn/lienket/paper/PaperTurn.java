package vn.lienket.paper;

import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.Turn;

/**
 * A signature that a paper needs, as the rule was when it was submitted.
 *
 * @param organisation for which it is made
 * @param name under which the organisation signs
 * @param role of who signs for it
 * @param key whose key he signs with
 */
@Table(schema = "lienket", value = "paper_turn")
public record PaperTurn(String organisation, String name, Role role, KeyOwner key) {

    /** As {@link Turn#words}. */
    public String words() {
        return turn().words();
    }

    Turn turn() {
        return new Turn(organisation, role, key);
    }
}
