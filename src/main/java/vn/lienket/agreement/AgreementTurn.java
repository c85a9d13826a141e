package vn.lienket.agreement;

import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.RankedTurn;
import vn.lienket.signature.Turn;

/**
 * A signature that the agreement needs, as the rule was when its signing began.
 *
 * @param rank those of one rank are made in any order, each rank after the one before
 * @param role of who signs for the party
 * @param key whose key he signs with
 */
@Table(schema = "lienket", value = "agreement_turn")
public record AgreementTurn(int rank, String party, Role role, KeyOwner key) implements RankedTurn {

    @Override
    public Turn turn() {
        return new Turn(party, role, key);
    }
}
