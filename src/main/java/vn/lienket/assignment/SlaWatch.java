package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.assignment.OpenWork.Away;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.TaskOpened;
import vn.lienket.notification.TaskNotices;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Substitutes;

/** Watches the open tasks: reminds before the due date, escalates after it, and passes on the work of people who are away. */
@Service
public class SlaWatch {

    static final int BATCH = 200;

    /** How much work is handed over in a run; the rest is for the next: a run must end long before the lock of its job does. */
    static final int LIMIT = 5 * BATCH;

    private final OpenWork openWork;
    private final TaskNotices notices;
    private final Parties parties;
    private final Substitutes substitutes;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SlaWatch(
            OpenWork openWork,
            TaskNotices notices,
            Parties parties,
            Substitutes substitutes,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openWork = openWork;
        this.notices = notices;
        this.parties = parties;
        this.substitutes = substitutes;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One round: everybody gets one mail about all his tasks that have come near their due dates or have passed them since the last
     * one. Idempotent: each task is told of once per stage and due date, on all nodes together, and not at all if the round fails.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sweep() {
        handOver();
        Instant now = clock.instant();
        notices.due(
                openWork.note(Stage.REMINDED, now, oneWorkingDayLater()),
                openWork.note(Stage.ESCALATED, Instant.EPOCH, now));
    }

    /** The same time on the next working day. Where calendars differ, the latest: somebody is then reminded a little early. */
    private Instant oneWorkingDayLater() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return parties.organisations().stream()
                .map(organisation -> deadlines
                        .deadline(organisation.id(), now.toLocalDate(), 1)
                        .date())
                .max(LocalDate::compareTo)
                .map(now::with)
                .orElse(now)
                .toInstant();
    }

    private void handOver() {
        List<Away> away = parties.people().stream().flatMap(this::away).toList();
        // The engine writes at the end of the job, so a batch is told from the next by its ids, not by its assignees.
        String last = "";
        int found = away.isEmpty() ? 0 : BATCH;
        for (int done = 0; found == BATCH && done < LIMIT; done += found) {
            List<TaskOpened> tasks = openWork.of(away, last, BATCH);
            tasks.forEach(this::handOver);
            found = tasks.size();
            last = tasks.isEmpty() ? last : tasks.get(found - 1).taskId();
        }
    }

    /**
     * The work of a person who has just gone away. What is more than a person usually has is left to the next round: somebody waits for
     * this one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(String person) {
        List<Away> away = parties.person(person).stream().flatMap(this::away).toList();
        openWork.of(away, "", BATCH).forEach(this::handOver);
    }

    private Stream<Away> away(Person person) {
        if (!person.active()) {
            return Stream.of(new Away(person.id(), null));
        }
        LocalDate today = LocalDate.now(clock);
        return person.absences().stream()
                .filter(absence -> absence.covers(today))
                .flatMap(absence -> absence.kinds().isEmpty()
                        ? Stream.of(new Away(person.id(), null))
                        : absence.kinds().stream().map(kind -> new Away(person.id(), kind)));
    }

    private void handOver(TaskOpened task) {
        Optional<String> substitute = parties.person(task.assignee())
                .flatMap(person -> substitutes.of(person, task.process(), task.candidateGroups()))
                .map(Person::id);
        if (substitute.isPresent()) {
            events.publishEvent(new WorkHandedOver(task.taskId(), task.assignee(), substitute.get()));
        } else if (!task.candidateGroups().isEmpty()) {
            events.publishEvent(new WorkHandedOver(task.taskId(), task.assignee(), null));
            notices.returned(unassigned(task));
        }
    }

    private static TaskOpened unassigned(TaskOpened task) {
        return new TaskOpened(
                task.taskId(),
                task.name(),
                task.process(),
                task.caseCode(),
                task.channel(),
                null,
                task.candidateGroups(),
                task.due());
    }
}
