package vn.lienket.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskOpened;
import vn.lienket.party.Absence;
import vn.lienket.party.Groups;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/** Who is told about a task. Nobody writes to people who are away: their substitute is told, if there is one. */
@Component
class Audience {

    private final Parties parties;
    private final Groups groups;
    private final Clock clock;

    Audience(Parties parties, Groups groups, Clock clock) {
        this.parties = parties;
        this.groups = groups;
        this.clock = clock;
    }

    /** The assignee, or the members of the candidate groups. If all are away, the organisation's own address is left. */
    List<Recipient> workers(TaskOpened task) {
        List<Recipient> workers =
                present(Stream.ofNullable(task.assignee()).flatMap(id -> parties.person(id).stream()));
        if (workers.isEmpty()) {
            workers = present(task.candidateGroups().stream().flatMap(group -> parties.members(group).stream()));
        }
        return workers.isEmpty() ? responsible(task).map(Recipient::of).toList() : workers;
    }

    /** The leaders of the responsible organisations and the assignee. */
    List<Recipient> superiors(TaskOpened task) {
        Stream<Person> leaders = responsible(task)
                .flatMap(organisation -> parties.members(Role.LEADER.groupOf(organisation.id())).stream());
        Stream<Person> assignee = Stream.ofNullable(task.assignee()).flatMap(id -> parties.person(id).stream());
        return present(Stream.concat(leaders, assignee));
    }

    /** The organisations of the candidate groups; of a task without groups, the assignee's. */
    Stream<Organisation> responsible(TaskOpened task) {
        Stream<Organisation> ofGroups =
                task.candidateGroups().stream().map(groups::organisation).flatMap(Optional::stream);
        Stream<Organisation> ofAssignee = Stream.ofNullable(task.assignee())
                .filter(id -> task.candidateGroups().isEmpty())
                .flatMap(id -> parties.person(id).stream())
                .flatMap(person -> parties.organisation(person.organisation()).stream());
        return Stream.concat(ofGroups, ofAssignee).distinct();
    }

    private List<Recipient> present(Stream<Person> people) {
        LocalDate today = LocalDate.now(clock);
        return people.filter(Person::active)
                .flatMap(person -> presentOrSubstitute(person, today).stream())
                .map(Recipient::of)
                .distinct()
                .toList();
    }

    private Optional<Person> presentOrSubstitute(Person person, LocalDate today) {
        Optional<Absence> absence = person.absenceOn(today);
        return absence.isEmpty()
                ? Optional.of(person)
                : absence.map(Absence::substitute)
                        .flatMap(parties::person)
                        .filter(Person::active)
                        .filter(substitute -> substitute.absenceOn(today).isEmpty());
    }
}
