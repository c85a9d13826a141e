package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.WeekWork.Standing;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TaskOpened;
import vn.lienket.notification.Overview;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/** What people read at the beginning of a week: each of his own work, leaders and managers of that of their organisation too. */
@Component
class WeekOverviews {

    /** How many tasks of a kind are listed; the register has the others. */
    static final int MOST = 10;

    private final WeekWork work;
    private final Parties parties;
    private final Groups groups;
    private final ObjectProvider<CaseKind> kinds;
    private final Clock clock;

    WeekOverviews(WeekWork work, Parties parties, Groups groups, ObjectProvider<CaseKind> kinds, Clock clock) {
        this.work = work;
        this.parties = parties;
        this.groups = groups;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** By person; who has nothing open is missing. */
    Map<String, Overview> of(Collection<Person> readers, LocalDate week) {
        if (readers.isEmpty()) {
            return Map.of();
        }
        Book book = new Book(readers);
        Instant now = clock.instant();
        Instant end = week.plusWeeks(1).atStartOfDay(Deadlines.ZONE).toInstant();
        work.counts(now, end).forEach(book::add);
        work.first(MOST, now, end).forEach(book::add);
        work.paused().forEach(book::add);
        Map<String, String> names = kinds.stream().collect(Collectors.toMap(CaseKind::id, CaseKind::name));
        Map<String, Overview> overviews = new LinkedHashMap<>();
        for (Person reader : readers) {
            List<Overview.Part> parts = book.parts(reader, names);
            if (!parts.isEmpty()) {
                overviews.put(reader.id(), new Overview(week, parts));
            }
        }
        return overviews;
    }

    /** The work of people and of organisations, each under its own id. */
    private final class Book {

        private final Map<String, Person> readers;
        private final Map<String, Page> people = new HashMap<>();
        private final Map<String, Page> organisations = new HashMap<>();

        Book(Collection<Person> readers) {
            this.readers = readers.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        }

        void add(WeekWork.Count count) {
            workers(count.assignee(), count.groups())
                    .forEach(person -> page(people, person).add(count, count.paused()));
            // of an organisation the paused cases are counted, which need not have a task
            groups.responsible(count.assignee(), count.groups())
                    .forEach(organisation ->
                            page(organisations, organisation.id()).add(count, 0));
        }

        void add(WeekWork.First first) {
            TaskOpened task = first.task();
            workers(task.assignee(), task.candidateGroups())
                    .forEach(person -> page(people, person).add(first));
            groups.responsible(task.assignee(), task.candidateGroups())
                    .forEach(organisation ->
                            page(organisations, organisation.id()).add(first));
        }

        void add(WeekWork.Paused paused) {
            page(organisations, parties.actingFor(paused.organisation())).add(paused);
        }

        List<Overview.Part> parts(Person reader, Map<String, String> kindNames) {
            List<Overview.Part> parts = new ArrayList<>();
            Page own = people.get(reader.id());
            if (own != null) {
                parts.add(own.part("Việc của bạn và nhóm bạn", reader.id(), kindNames));
            }
            Page all = organisations.get(reader.organisation());
            if (all != null
                    && (reader.roles().contains(Role.LEADER) || reader.roles().contains(Role.MANAGER))) {
                String name = parties.organisationShortName(reader.organisation());
                parts.add(all.part("Việc của " + name, null, kindNames));
            }
            return parts;
        }

        /** Of a task that nobody has taken, whoever may take it. */
        private Set<String> workers(String assignee, List<String> candidateGroups) {
            Stream<String> workers = assignee == null
                    ? candidateGroups.stream()
                            .flatMap(group -> parties.members(group).stream())
                            .map(Person::id)
                    : Stream.of(assignee);
            return workers.filter(readers::containsKey).collect(Collectors.toSet());
        }

        private static Page page(Map<String, Page> pages, String of) {
            return pages.computeIfAbsent(of, id -> new Page());
        }
    }

    private static final class Page {

        private final Map<String, Overview.Kind> kinds = new HashMap<>();
        private final Map<Standing, List<TaskOpened>> first = new HashMap<>();

        void add(WeekWork.Count count, long paused) {
            add(count.kind(), count.open(), count.overdue(), count.thisWeek(), paused);
        }

        void add(WeekWork.Paused paused) {
            add(paused.kind(), 0, 0, 0, paused.cases());
        }

        /** They come by due date: the first of all are the first of each. */
        void add(WeekWork.First found) {
            List<TaskOpened> listed = first.computeIfAbsent(found.standing(), standing -> new ArrayList<>());
            if (listed.size() < MOST) {
                listed.add(found.task());
            }
        }

        private void add(String kind, long open, long overdue, long thisWeek, long paused) {
            kinds.merge(
                    kind,
                    new Overview.Kind(kind, open, overdue, thisWeek, paused),
                    (one, other) -> new Overview.Kind(
                            kind,
                            one.open() + other.open(),
                            one.overdue() + other.overdue(),
                            one.dueThisWeek() + other.dueThisWeek(),
                            one.paused() + other.paused()));
        }

        Overview.Part part(String heading, String assignee, Map<String, String> names) {
            return new Overview.Part(
                    heading,
                    assignee,
                    kinds.values().stream()
                            .map(kind -> new Overview.Kind(
                                    names.getOrDefault(kind.name(), kind.name()),
                                    kind.open(),
                                    kind.overdue(),
                                    kind.dueThisWeek(),
                                    kind.paused()))
                            .toList(),
                    first.getOrDefault(Standing.OVERDUE, List.of()),
                    first.getOrDefault(Standing.THIS_WEEK, List.of()));
        }
    }
}
