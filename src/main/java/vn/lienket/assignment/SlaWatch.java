package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.assignment.OpenWork.Away;
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
    private final Ladder ladder;
    private final Reminders reminders;
    private final TaskNotices notices;
    private final Parties parties;
    private final Substitutes substitutes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SlaWatch(
            OpenWork openWork,
            Ladder ladder,
            Reminders reminders,
            TaskNotices notices,
            Parties parties,
            Substitutes substitutes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openWork = openWork;
        this.ladder = ladder;
        this.reminders = reminders;
        this.notices = notices;
        this.parties = parties;
        this.substitutes = substitutes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One round: notes which tasks have reached a stage of the ladder, each once per stage and due date, on all nodes together, and not
     * at all if the round fails; and has people told, see {@link Reminders}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sweep() {
        handOver();
        Instant now = clock.instant();
        Ladder.Reach reach = ladder.reach();
        List<ToldTask> noted = new ArrayList<>();
        for (int stage = ladder.height(); stage > 0; stage--) {
            noted.addAll(note(stage, reach, now));
        }
        reminders.tell(noted, now);
    }

    private List<ToldTask> note(int stage, Ladder.Reach reach, Instant now) {
        List<ToldTask> reached = openWork.untold(stage, reach.widest(stage), now).stream()
                .filter(untold -> isReached(stage, untold.task(), reach))
                .toList();
        openWork.note(reached);
        return reached;
    }

    private boolean isReached(int stage, TaskOpened task, Ladder.Reach reach) {
        LadderStep.Work work = ladder.work(task);
        return reach.isReached(ladder.step(stage, work), work, task.due());
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
