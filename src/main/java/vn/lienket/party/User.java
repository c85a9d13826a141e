package vn.lienket.party;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienket.problem.ProblemException;

/**
 * Who is signed in.
 *
 * @param id the person of the directory, or an administrator outside of it
 * @param organisation id, or null for an administrator of no organisation
 * @param groups Camunda groups, e.g. {@code binhduong-officer}
 * @param channels the channels of his organisation
 */
public record User(String id, String organisation, Set<String> groups, Set<String> channels, boolean administrator)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return id;
    }

    public boolean inChannel(String channel) {
        return administrator || channels.contains(channel);
    }

    /** 403 for a channel that is not the user's. */
    public void requireChannel(String channel) {
        if (!inChannel(channel)) {
            throw ProblemException.forbidden("Bạn không thuộc kênh hợp tác này.");
        }
    }

    /** Whether he is of an organisation, or of the one that has taken over from it. */
    public boolean actsFor(String organisationId) {
        return Stream.of(Role.values()).anyMatch(role -> has(organisationId, role));
    }

    /** Whether the user is a manager and nothing else. */
    public boolean onlyWatches() {
        return !groups.isEmpty() && groups.stream().allMatch(Role.MANAGER::isOf);
    }

    public boolean has(String organisationId, Role role) {
        return groups.contains(role.groupOf(organisationId));
    }
}
