package vn.lienket.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what differs between a directory file and the tables. People whom the file no longer names are disabled. Organisations
 * and channels stay as they were: their cases must remain readable, and a merger is said with {@code validTo} and
 * {@code successor}, not by leaving a line out.
 */
@Component
class DirectoryImport {

    private final DirectoryStore store;
    private final ApplicationEventPublisher events;

    DirectoryImport(DirectoryStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Applies the file and publishes {@link DirectoryApplied}, all in one transaction.
     *
     * @throws InvalidDirectoryException if the file contradicts what stays in the tables
     */
    @Transactional
    public DirectoryChanges apply(DirectorySnapshot file) {
        store.lock();
        DirectorySnapshot before = store.listed();
        checkCodes(file.organisations(), before.organisations());
        checkSuccessions(file.organisations());
        DirectoryChanges changes = write(file, before);
        if (!changes.isEmpty()) {
            store.addVersion();
        }
        events.publishEvent(applied(store.load()));
        return changes;
    }

    /** Tells again what there is. */
    @Transactional
    public void repeat() {
        store.lock();
        events.publishEvent(applied(store.load()));
    }

    private DirectoryChanges write(DirectorySnapshot file, DirectorySnapshot before) {
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        new Difference<>("organisation", Organisation::id, before.organisations(), store::save)
                .write(file.organisations(), added, changed);
        new Difference<>("channel", Channel::id, before.channels(), store::save).write(file.channels(), added, changed);
        Difference<Person> people = new Difference<>("person", Person::id, before.people(), store::save);
        people.write(file.people(), added, changed);
        List<String> disabled = new ArrayList<>();
        people.write(disabled(file.people(), before.people()), added, disabled);
        return new DirectoryChanges(added, changed, disabled);
    }

    /** Whoever the file does not name, without the roles, skills and listed absences he had. */
    private static List<Person> disabled(List<Person> file, List<Person> before) {
        Set<String> named = file.stream().map(Person::id).collect(Collectors.toSet());
        return before.stream()
                .filter(person -> !named.contains(person.id()))
                .map(person -> new Person(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.organisation(),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        false))
                .toList();
    }

    /** An organisation that left the file keeps its dossier codes, so another may not go on counting under the same code. */
    private static void checkCodes(List<Organisation> file, List<Organisation> before) {
        Set<String> named = file.stream().map(Organisation::id).collect(Collectors.toSet());
        Map<String, String> successors = before.stream()
                .filter(organisation -> organisation.successor() != null)
                .collect(Collectors.toMap(Organisation::id, Organisation::successor));
        List<String> conflicts = before.stream()
                .filter(left -> !named.contains(left.id()))
                .flatMap(left -> file.stream()
                        .filter(taking -> taking.code().equals(left.code()))
                        .filter(taking -> !taking.beginsAfter(left) || !Line.leads(successors, left.id(), taking.id()))
                        .map(taking -> "tổ chức '%s' dùng mã hồ sơ '%s' của tổ chức '%s' đã có trong cơ sở dữ liệu"
                                .formatted(taking.id(), taking.code(), left.id())))
                .toList();
        if (!conflicts.isEmpty()) {
            throw new InvalidDirectoryException("so với cơ sở dữ liệu", conflicts);
        }
    }

    /** What has taken effect stays: the work is passed on, and papers have gone out in the name of the successor. */
    private void checkSuccessions(List<Organisation> file) {
        Map<String, Organisation> now = file.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
        List<String> conflicts = store.successions().stream()
                .filter(succession -> now.containsKey(succession.predecessor()))
                .filter(succession -> !succession.isSaidBy(now.get(succession.predecessor())))
                .map(succession -> "tổ chức '%s' đã được tổ chức '%s' kế thừa từ ngày %s, không đổi được nữa"
                        .formatted(succession.predecessor(), succession.successor(), succession.since()))
                .toList();
        if (!conflicts.isEmpty()) {
            throw new InvalidDirectoryException("so với cơ sở dữ liệu", conflicts);
        }
    }

    private static DirectoryApplied applied(DirectorySnapshot now) {
        Map<Boolean, List<Person>> byActivity =
                now.people().stream().collect(Collectors.partitioningBy(Person::active));
        return new DirectoryApplied(
                new DirectorySnapshot(now.organisations(), now.channels(), byActivity.get(true)),
                byActivity.get(false).stream().map(Person::id).collect(Collectors.toSet()));
    }

    /** What of one kind is new or different, judged by id and equality. */
    private static final class Difference<T> {

        private final String kind;
        private final Function<T, String> id;
        private final Map<String, T> known;
        private final Consumer<T> save;

        Difference(String kind, Function<T, String> id, List<T> known, Consumer<T> save) {
            this.kind = kind;
            this.id = id;
            this.known = known.stream().collect(Collectors.toMap(id, Function.identity()));
            this.save = save;
        }

        void write(List<T> wanted, List<String> added, List<String> changed) {
            wanted.stream().filter(Predicate.not(this::isKnown)).forEach(value -> {
                save.accept(value);
                (known.containsKey(id.apply(value)) ? changed : added).add(kind + " " + id.apply(value));
            });
        }

        private boolean isKnown(T value) {
            return value.equals(known.get(id.apply(value)));
        }
    }
}
