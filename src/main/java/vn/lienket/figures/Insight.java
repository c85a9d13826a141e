package vn.lienket.figures;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.party.Channel;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** How much of the work of all the user who is signed in may look into. */
@Component
public class Insight {

    /**
     * What may be counted and listed.
     *
     * @param channels ids, in the directory's order
     * @param organisation only what is its work, by id; null: that of all
     * @param line itself and those from whom it has taken over; empty for all
     */
    public record Scope(List<String> channels, String organisation, List<String> line) {

        public Scope {
            channels = List.copyOf(channels);
            line = List.copyOf(line);
        }

        /** The ids as the database takes them. */
        public String[] channelIds() {
            return channels.toArray(String[]::new);
        }

        /** The line as the database takes it; null for all. */
        public String[] lineIds() {
            return organisation == null ? null : line.toArray(String[]::new);
        }

        /** The same of one channel only. */
        Scope in(String channel) {
            return new Scope(List.of(channel), organisation, line);
        }
    }

    private final Parties parties;
    private final CurrentUser currentUser;

    Insight(Parties parties, CurrentUser currentUser) {
        this.parties = parties;
        this.currentUser = currentUser;
    }

    /**
     * Everything for an administrator, all of his channels for a manager, the part of his organisation in them for a leader; 403 for
     * everybody else.
     */
    public Scope of() {
        User user = currentUser.require();
        boolean manager = user.groups().stream().anyMatch(Role.MANAGER::isOf);
        boolean leader = user.groups().stream().anyMatch(Role.LEADER::isOf);
        if (!user.administrator() && !manager && !leader) {
            throw ProblemException.forbidden("Chỉ người theo dõi và lãnh đạo của đơn vị được xem số liệu này.");
        }
        List<String> channels = parties.channels().stream()
                .map(Channel::id)
                .filter(user::inChannel)
                .toList();
        boolean all = user.administrator() || manager;
        return new Scope(
                channels, all ? null : user.organisation(), all ? List.of() : parties.line(user.organisation()));
    }
}
