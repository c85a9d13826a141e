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
        Map<String, List<Person>> groups) {

    static Directory of(long version, DirectorySnapshot snapshot) {
        return new Directory(
                version,
                index(snapshot.organisations(), Organisation::id),
                index(snapshot.channels(), Channel::id),
                index(snapshot.people(), Person::id),
                groups(snapshot.people()));
    }

    private static <T> Map<String, T> index(List<T> values, Function<T, String> id) {
        return values.stream()
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    private static Map<String, List<Person>> groups(List<Person> people) {
        record Member(String group, Person person) {}
        return people.stream()
                .filter(Person::active)
                .flatMap(person ->
                        person.roles().stream().map(role -> new Member(role.groupOf(person.organisation()), person)))
                .collect(Collectors.groupingBy(
                        Member::group, Collectors.mapping(Member::person, Collectors.toUnmodifiableList())));
    }
}
