package vn.lienket.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskOpened;
import vn.lienket.party.Groups;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.party.Substitutes;

/** Who is told about a task. Nobody writes to people who are away: their substitute is told, if there is one. */
@Component
class Audience {

    private static final String WORKER = "worker";

    private final Parties parties;
    private final Groups groups;
    private final Substitutes substitutes;

    Audience(Parties parties, Groups groups, Substitutes substitutes) {
        this.parties = parties;
        this.groups = groups;
        this.substitutes = substitutes;
    }

    /** The assignee, or the members of the candidate groups. If all are away, the organisation's own address is left. */
    List<Recipient> workers(TaskOpened task) {
        List<Recipient> workers =
                present(task, Stream.ofNullable(task.assignee()).flatMap(id -> parties.person(id).stream()));
        if (workers.isEmpty()) {
            workers = present(task, task.candidateGroups().stream().flatMap(group -> parties.members(group).stream()));
        }
        return workers.isEmpty() ? responsible(task).map(Recipient::of).toList() : workers;
    }

    /**
     * The people of some kinds.
     *
     * @param kinds {@code worker}, see {@link #workers}, and ids of roles in the responsible organisations
     */
    List<Recipient> told(TaskOpened task, Set<String> kinds) {
        Stream<Recipient> officials = kinds.stream()
                .sorted()
                .flatMap(kind -> Role.of(kind).stream())
                .flatMap(role -> present(
                        task,
                        responsible(task)
                                .flatMap(organisation -> parties.members(role.groupOf(organisation.id())).stream()))
                        .stream());
        Stream<Recipient> workers = kinds.contains(WORKER) ? workers(task).stream() : Stream.empty();
        return Stream.concat(officials, workers).distinct().toList();
    }

    /** The organisations of the candidate groups; of a task without groups, the assignee's. */
    Stream<Organisation> responsible(TaskOpened task) {
        return groups.responsible(task.assignee(), task.candidateGroups());
    }

    private List<Recipient> present(TaskOpened task, Stream<Person> people) {
        return people.filter(Person::active)
                .flatMap(person -> presentOrSubstitute(person, task.process()).stream())
                .map(Recipient::of)
                .distinct()
                .toList();
    }

    private Optional<Person> presentOrSubstitute(Person person, String kind) {
        return substitutes.isPresent(person, kind) ? Optional.of(person) : substitutes.of(person, kind);
    }
}
