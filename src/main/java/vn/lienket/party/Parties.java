package vn.lienket.party;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The directory as the other modules read it: what the last applied directory file says. */
public interface Parties {

    List<Organisation> organisations();

    Optional<Organisation> organisation(String id);

    List<Channel> channels();

    Optional<Channel> channel(String id);

    /** Everybody, the inactive too. */
    List<Person> people();

    Optional<Person> person(String id);

    /** Those that have taken effect. */
    default List<Succession> successions() {
        return List.of();
    }

    /** Id of who does today what was an organisation's to do: itself, or for one that has ended its last successor. */
    default String actingFor(String organisation) {
        return organisation;
    }

    /** The same, with its name and addresses of today. */
    default Optional<Organisation> acting(String organisation) {
        return organisation(actingFor(organisation));
    }

    /** Whether an organisation, or null for none, is the other one or does its work today. */
    default boolean isOrActsFor(String organisation, String other) {
        return organisation != null && (organisation.equals(other) || organisation.equals(actingFor(other)));
    }

    /** Who has taken over from an organisation; empty while it acts for itself. */
    default Optional<Organisation> successor(String organisation) {
        return acting(organisation).filter(acting -> !acting.id().equals(organisation));
    }

    /** Ids of all for which an organisation acts today: its own first, then those of which it has taken over the work. */
    default List<String> line(String organisation) {
        return Stream.concat(
                        Stream.of(organisation),
                        successions().stream()
                                .map(Succession::predecessor)
                                .filter(ended -> actingFor(ended).equals(organisation)))
                .distinct()
                .toList();
    }

    /**
     * The name of an organisation, of one that has ended with that of its successor; the id of one that the directory does not have; null
     * for null.
     */
    default String organisationName(String id) {
        return id == null ? null : name(id, Organisation::name);
    }

    /** The same with the short names, for lists. */
    default String organisationShortName(String id) {
        return id == null ? null : name(id, Organisation::shortName);
    }

    /** A name that the organisation has or had, behind it in brackets that of its successor. */
    default String withSuccessor(String id, String own, Function<Organisation, String> name) {
        return successor(id)
                .map(successor -> "%s (nay là %s)".formatted(own, name.apply(successor)))
                .orElse(own);
    }

    private String name(String id, Function<Organisation, String> name) {
        return withSuccessor(id, organisation(id).map(name).orElse(id), name);
    }

    /** The name of a person, or the id of who is not of the directory; null for null. */
    default String personName(String id) {
        return id == null ? null : person(id).map(Person::name).orElse(id);
    }

    /** The active members of a group such as {@code binhduong-officer}, absent or not, ordered by id. */
    List<Person> members(String group);
}
