package vn.lienket.support;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

/** A directory made of what a test lists; empty where it lists nothing. */
public abstract class ListedParties implements Parties {

    @Override
    public List<Organisation> organisations() {
        return List.of();
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        return organisations().stream()
                .filter(organisation -> organisation.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Optional<Channel> channel(String id) {
        return channels().stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    @Override
    public List<Person> people() {
        return List.of();
    }

    @Override
    public Optional<Person> person(String id) {
        return people().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    public List<Person> members(String group) {
        return people().stream()
                .filter(Person::active)
                .filter(person -> person.roles().stream()
                        .anyMatch(role -> role.groupOf(person.organisation()).equals(group)))
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }
}
