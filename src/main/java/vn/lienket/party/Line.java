package vn.lienket.party;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who acts for an organisation: itself, or for one that has ended the last of those that took over from it. */
record Line(Map<String, Succession> byPredecessor) {

    static Line of(List<Succession> successions) {
        return new Line(successions.stream().collect(Collectors.toMap(Succession::predecessor, Function.identity())));
    }

    /** Whether one organisation takes over from another in the end, of those that follow each other. */
    static boolean leads(Map<String, String> successors, String from, String to) {
        Set<String> passed = new HashSet<>();
        String next = successors.get(from);
        while (next != null && passed.add(next)) {
            if (next.equals(to)) {
                return true;
            }
            next = successors.get(next);
        }
        return false;
    }

    String actingFor(String organisation) {
        String acting = organisation;
        while (byPredecessor.containsKey(acting)) {
            acting = byPredecessor.get(acting).successor();
        }
        return acting;
    }

    /** The people where they work now. */
    List<Person> people(List<Person> listed) {
        return listed.stream().map(this::now).toList();
    }

    /** The channels with those parties that act in them now, in the order of whom they act for. */
    List<Channel> channels(List<Channel> listed) {
        return listed.stream()
                .map(channel -> new Channel(
                        channel.id(),
                        channel.name(),
                        channel.parties().stream()
                                .map(this::actingFor)
                                .distinct()
                                .toList()))
                .toList();
    }

    private Person now(Person person) {
        String acting = actingFor(person.organisation());
        return acting.equals(person.organisation())
                ? person
                : new Person(
                        person.id(),
                        person.name(),
                        person.email(),
                        acting,
                        person.roles(),
                        person.skills(),
                        person.absences(),
                        person.active());
    }
}
