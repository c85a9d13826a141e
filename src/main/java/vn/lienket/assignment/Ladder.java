package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.LadderStep.Work;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.TaskOpened;
import vn.lienket.party.Groups;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

/** The stages at which people are told of tasks that near or pass their due dates, as {@code reference/deadlines.yaml} says. */
@Component
class Ladder {

    private static final Comparator<LadderStep> BEST =
            Comparator.comparing(LadderStep::precision).thenComparing(LadderStep::from);

    private final List<LadderStep> steps;
    private final Deadlines deadlines;
    private final Groups groups;
    private final Parties parties;
    private final Clock clock;

    Ladder(AssignmentProperties properties, Deadlines deadlines, Groups groups, Parties parties, Clock clock) {
        this.steps = LadderReader.read(properties.deadlines());
        this.deadlines = deadlines;
        this.groups = groups;
        this.parties = parties;
        this.clock = clock;
    }

    /** How many stages there are. */
    int height() {
        return steps.stream().mapToInt(LadderStep::stage).max().orElseThrow();
    }

    /** What applies today to a stage of some work. */
    LadderStep step(int stage, Work work) {
        return applying(steps, stage, work, LocalDate.now(clock));
    }

    /** Of what fits and applies on a day, what says most about whose work it is for; before the first applies, that one. */
    static LadderStep applying(List<LadderStep> steps, int stage, Work work, LocalDate day) {
        List<LadderStep> fitting = steps.stream()
                .filter(step -> step.stage() == stage && step.isFor(work))
                .toList();
        return fitting.stream()
                .filter(step -> !step.from().isAfter(day))
                .max(BEST)
                .orElseGet(() -> fitting.stream()
                        .min(Comparator.comparing(LadderStep::from))
                        .orElseThrow());
    }

    /** Whose work a task is: that of its first group, else of its assignee's organisation. */
    Work work(TaskOpened task) {
        for (String group : task.candidateGroups()) {
            Optional<String> organisation = groups.organisation(group).map(Organisation::id);
            if (organisation.isPresent()) {
                return new Work(
                        organisation.get(), group.substring(organisation.get().length() + 1), task.process());
            }
        }
        return new Work(
                Optional.ofNullable(task.assignee())
                        .flatMap(parties::person)
                        .map(Person::organisation)
                        .orElse(null),
                null,
                task.process());
    }

    /** How far each stage reaches now. */
    Reach reach() {
        return new Reach();
    }

    /** Up to which due date each organisation's tasks have reached a stage, for one round of the watch. */
    final class Reach {

        private final ZonedDateTime now = ZonedDateTime.now(clock);
        private final Map<String, Instant> known = new HashMap<>();

        /** The latest that any work may be due to have reached the stage. */
        Instant widest(int stage) {
            return steps.stream()
                    .filter(step -> step.stage() == stage)
                    .flatMap(step ->
                            parties.organisations().stream().map(organisation -> dueAt(step.days(), organisation.id())))
                    .max(Comparator.naturalOrder())
                    .orElse(now.toInstant());
        }

        boolean isReached(LadderStep step, Work work, Instant due) {
            return !due.isAfter(dueAt(step.days(), work.organisation()));
        }

        private Instant dueAt(int days, String organisation) {
            return organisation == null
                    ? now.toInstant()
                    : known.computeIfAbsent(
                            "%s %d".formatted(organisation, days),
                            key -> now.with(day(organisation, days)).toInstant());
        }

        /** The day so many working days back, or ahead for days before the due date. */
        private LocalDate day(String organisation, int days) {
            LocalDate today = now.toLocalDate();
            if (days == 0) {
                return today;
            }
            if (days < 0) {
                return deadlines.deadline(organisation, today, -days).date();
            }
            LocalDate day = today.minusDays(days);
            while (!isWorked(organisation, day) || deadlines.workingDaysBetween(organisation, day, today) < days) {
                day = day.minusDays(1);
            }
            return day;
        }

        private boolean isWorked(String organisation, LocalDate day) {
            return deadlines.deadline(organisation, day, 0).date().equals(day);
        }
    }
}
