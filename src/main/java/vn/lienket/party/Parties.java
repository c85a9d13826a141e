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

    /** The name of an organisation, or the id of one that the directory does not have; null for null. */
    default String organisationName(String id) {
        return id == null ? null : organisation(id).map(Organisation::name).orElse(id);
    }

    /** The name of a person, or the id of who is not of the directory; null for null. */
    default String personName(String id) {
        return id == null ? null : person(id).map(Person::name).orElse(id);
    }

    /** The active members of a group such as {@code binhduong-officer}, absent or not, ordered by id. */
    List<Person> members(String group);
}
