package vn.lienket.paper;

import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.RankedTurn;
import vn.lienket.signature.Turn;

/**
 * A signature that a paper needs, as the rule was when it was submitted.
 *
 * @param rank those of one rank are made in any order, each rank after the one before
 * @param organisation for which it is made
 * @param name under which the organisation signs
 * @param role of who signs for it
 * @param key whose key he signs with
 */
@Table(schema = "lienket", value = "paper_turn")
public record PaperTurn(int rank, String organisation, String name, Role role, KeyOwner key) implements RankedTurn {

    @Override
    public Turn turn() {
        return new Turn(organisation, role, key);
    }
}
