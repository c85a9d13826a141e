package vn.lienket.party;

import java.util.List;
import java.util.Optional;

/** The directory as the other modules read it: what the last applied directory file says. */
public interface Parties {

    List<Organisation> organisations();

    Optional<Organisation> organisation(String id);

    List<Channel> channels();

    Optional<Channel> channel(String id);

    /** Everybody, the inactive too. */
    List<Person> people();

    Optional<Person> person(String id);

    /** The active members of a group such as {@code binhduong-officer}, absent or not, ordered by id. */
    List<Person> members(String group);
}
