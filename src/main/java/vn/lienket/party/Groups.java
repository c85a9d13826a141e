package vn.lienket.party;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes group ids such as {@code binhduong-legal} apart. */
@Component
public class Groups {

    private final Parties parties;

    Groups(Parties parties) {
        this.parties = parties;
    }

    /** The organisation of a group; empty for a group of no organisation. */
    public Optional<Organisation> organisation(String group) {
        int dash = group.lastIndexOf('-');
        return dash < 0 ? Optional.empty() : parties.organisation(group.substring(0, dash));
    }

    /**
     * The organisations whose work a task is: those of its groups; of a task without groups, its worker's.
     *
     * @param assignee user id, or null
     */
    public Stream<Organisation> responsible(String assignee, Collection<String> groups) {
        return groups.isEmpty()
                ? Stream.ofNullable(assignee)
                        .flatMap(id -> parties.person(id).stream())
                        .flatMap(person -> parties.organisation(person.organisation()).stream())
                : groups.stream().flatMap(group -> organisation(group).stream()).distinct();
    }

    /** E.g. "Pháp chế – Sở TT&TT Bình Dương"; the id itself for a group of no organisation. */
    public String name(String group) {
        return organisation(group)
                .flatMap(organisation -> Role.of(
                                group.substring(organisation.id().length() + 1))
                        .map(role -> role.label() + " – " + parties.organisationShortName(organisation.id())))
                .orElse(group);
    }

    /** The group whose members do today the work of this one: itself, or that of the successor. */
    public String acting(String group) {
        return organisation(group)
                .map(organisation -> parties.actingFor(organisation.id())
                        + group.substring(organisation.id().length()))
                .orElse(group);
    }
}
