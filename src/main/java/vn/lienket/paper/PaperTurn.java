package vn.lienket.paper;

import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;

/**
 * One of those who sign.
 *
 * @param name under which it signs
 */
@Table(schema = "lienket", value = "paper_turn")
public record PaperTurn(String organisation, String name) {

    /** Whose members may sign for it. */
    String group() {
        return Role.LEADER.groupOf(organisation);
    }
}
