package vn.lienket.signature;

import java.util.Locale;
import vn.lienket.party.Role;

/**
 * One signature that a paper needs.
 *
 * @param organisation for which it is made
 * @param role of who makes it
 * @param key whose key it is made with
 */
public record Turn(String organisation, Role role, KeyOwner key) {

    /** Who signs, beside the leader with his own key, of whom nothing has to be said; empty for him. */
    public String words() {
        if (key == KeyOwner.BODY) {
            return " (%s, chữ ký số của cơ quan, tổ chức)"
                    .formatted(role.label().toLowerCase(Locale.ROOT));
        }
        return role == Role.LEADER ? "" : " (%s)".formatted(role.label().toLowerCase(Locale.ROOT));
    }

    /** What a party signs with where no rule says otherwise: its leader, with his own key. */
    public static Turn ofLeader(String organisation) {
        return new Turn(organisation, Role.LEADER, KeyOwner.PERSON);
    }
}
