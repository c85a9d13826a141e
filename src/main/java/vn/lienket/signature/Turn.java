package vn.lienket.signature;

import vn.lienket.party.Role;

/**
 * One signature that a paper needs.
 *
 * @param organisation for which it is made
 * @param role of who makes it
 * @param key whose key it is made with
 */
public record Turn(String organisation, Role role, KeyOwner key) {

    /** What a party signs with where no rule says otherwise: its leader, with his own key. */
    public static Turn ofLeader(String organisation) {
        return new Turn(organisation, Role.LEADER, KeyOwner.PERSON);
    }
}
