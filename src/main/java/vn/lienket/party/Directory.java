package vn.lienket.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One version of the directory, indexed for reading. */
record Directory(
        long version,
        Map<String, Organisation> organisations,
        Map<String, Channel> channels,
        Map<String, Person> people,
        Map<String, List<Person>> groups,
        Line line) {

    /** With people and channels as the successions have left them. */
    static Directory of(long version, DirectorySnapshot snapshot, List<Succession> successions) {
        Line line = Line.of(successions);
        List<Person> people = line.people(snapshot.people());
        return new Directory(
                version,
                index(snapshot.organisations(), Organisation::id),
                index(line.channels(snapshot.channels()), Channel::id),
                index(people, Person::id),
                groups(people, snapshot.organisations(), line),
                line);
    }

    private static <T> Map<String, T> index(List<T> values, Function<T, String> id) {
        return values.stream()
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** Those of an organisation that has ended have the members of whoever acts for it. */
    private static Map<String, List<Person>> groups(List<Person> people, List<Organisation> organisations, Line line) {
        record Member(String group, Person person) {}
        return people.stream()
                .filter(Person::active)
                .flatMap(person -> organisations.stream()
                        .map(Organisation::id)
                        .filter(id -> line.actingFor(id).equals(person.organisation()))
                        .flatMap(id -> person.roles().stream().map(role -> new Member(role.groupOf(id), person))))
                .collect(Collectors.groupingBy(
                        Member::group, Collectors.mapping(Member::person, Collectors.toUnmodifiableList())));
    }
}
