package vn.lienket.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.database.Moments;
import vn.lienket.figures.Measure;

/** What became of a case that was made up, as the product would have written it; and what it counts as, told plainly. */
public record CaseLife(
        String code,
        String channel,
        String organisation,
        String kind,
        String field,
        Instant opened,
        Instant closed,
        int status,
        List<Work> work,
        List<Stop> stops) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int PROCESSING = 4;
    private static final int WITHDRAWN = 7;
    private static final int CLOSED = 10;

    /** Until when a task was due at another time. */
    public record Due(Instant until, Instant at) {}

    /** A step of a process, and whose it is. */
    public record Step(String process, String id, String name, String organisation, String assignee) {}

    /** A task, with the due dates that it had before its last one. */
    public record Work(Step step, Instant created, Instant ended, boolean cancelled, Instant due, List<Due> before) {

        public boolean open() {
            return ended == null;
        }

        public boolean done() {
            return ended != null && !cancelled;
        }

        boolean openAt(Instant moment) {
            return created.isBefore(moment) && (ended == null || !ended.isBefore(moment));
        }

        Instant dueAt(Instant moment) {
            return before.stream()
                    .filter(due -> !due.until().isBefore(moment))
                    .map(Due::at)
                    .findFirst()
                    .orElse(due);
        }

        private Work until(Instant now) {
            boolean goesOn = ended == null || ended.isAfter(now);
            return new Work(
                    step,
                    created,
                    goesOn ? null : ended,
                    !goesOn && cancelled,
                    dueAt(now),
                    before.stream().filter(due -> due.until().isBefore(now)).toList());
        }
    }

    /** How long its clock stood still. */
    public record Stop(Instant from, Instant to, Integer workingDays) {

        boolean within(Work task) {
            return !from.isBefore(task.created()) && to != null && !to.isAfter(task.ended());
        }

        private Stop until(Instant now) {
            boolean goesOn = to == null || to.isAfter(now);
            return new Stop(from, goesOn ? null : to, goesOn ? null : workingDays);
        }
    }

    /** As far as it has come by now. */
    public CaseLife until(Instant now) {
        boolean over = closed != null && !closed.isAfter(now);
        return new CaseLife(
                code,
                channel,
                organisation,
                kind,
                field,
                opened,
                over ? closed : null,
                over ? status : PROCESSING,
                work.stream()
                        .filter(each -> each.created().isBefore(now))
                        .map(each -> each.until(now))
                        .toList(),
                stops.stream()
                        .filter(stop -> stop.from().isBefore(now))
                        .map(stop -> stop.until(now))
                        .toList());
    }

    /** The codes of the cases that count as something in a month that is over. */
    public static Map<Measure, List<String>> counted(List<CaseLife> lives, YearMonth month) {
        Instant start = month.atDay(1).atStartOfDay(VIETNAM).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(VIETNAM).toInstant();
        Map<Measure, List<String>> counted = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            counted.put(measure, new ArrayList<>());
        }
        for (CaseLife life : lives) {
            if (!life.opened().isBefore(end)
                    || life.closed() != null && life.closed().isBefore(start)) {
                continue;
            }
            counted.get(life.opened().isBefore(start) ? Measure.CARRIED_OVER : Measure.RECEIVED)
                    .add(life.code());
            counted.get(life.standing(end)).add(life.code());
        }
        return counted;
    }

    private Measure standing(Instant end) {
        if (closed != null && closed.isBefore(end)) {
            return outcome();
        }
        if (stops.stream()
                .anyMatch(stop -> stop.from().isBefore(end)
                        && (stop.to() == null || !stop.to().isBefore(end)))) {
            return Measure.PAUSED;
        }
        return work.stream()
                        .anyMatch(each -> each.openAt(end)
                                && each.dueAt(end) != null
                                && each.dueAt(end).isBefore(end))
                ? Measure.OVERDUE
                : Measure.IN_PROGRESS;
    }

    /** How it ended, if it did. */
    public Measure outcome() {
        if (status == WITHDRAWN) {
            return Measure.WITHDRAWN;
        }
        if (status != CLOSED) {
            return Measure.DECLINED;
        }
        List<Work> done = work.stream().filter(Work::done).toList();
        if (done.stream().anyMatch(each -> each.ended().isAfter(each.due()))) {
            return Measure.LATE;
        }
        return done.stream()
                        .max(Comparator.comparing(Work::ended))
                        .filter(last -> day(last.ended()).isBefore(day(last.due())))
                        .isPresent()
                ? Measure.EARLY
                : Measure.ON_TIME;
    }

    /** Whether its clock stands still. */
    public boolean paused() {
        return closed == null && stops.stream().anyMatch(stop -> stop.to() == null);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, VIETNAM);
    }

    /** Into the register and among the facts of tasks; that of the case is the product's to derive. */
    public void write(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into lienket.dossier (code, kind, title, channel, lead_organisation, field, status, closed,
                            opened_by, opened_at, changed_at)
                        values (?, ?, 'Đối chiếu số liệu', ?, ?, ?, ?, ?, 'system', ?, ?)""")
                .params(Arrays.asList(
                        code,
                        kind,
                        channel,
                        organisation,
                        field,
                        status,
                        closed != null,
                        Moments.of(opened),
                        Moments.of(closed == null ? opened : closed)))
                .update();
        for (int number = 0; number < work.size(); number++) {
            write(jdbc, taskId(number), work.get(number));
        }
        stops.forEach(stop -> jdbc.sql("""
                        insert into lienket.case_clock (case_code, organisation, stopped_at, resumed_at, working_days)
                        values (?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        code, organisation, Moments.of(stop.from()), Moments.of(stop.to()), stop.workingDays()))
                .update());
    }

    private void write(JdbcClient jdbc, String id, Work task) {
        jdbc.sql("""
                        insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name,
                            organisation, assignee, created_at, due_at, ended_at, cancelled)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        code,
                        channel,
                        task.step().process(),
                        task.step().process() + ":1",
                        task.step().id(),
                        task.step().name(),
                        task.step().organisation(),
                        task.step().assignee(),
                        Moments.of(task.created()),
                        Moments.of(task.due()),
                        Moments.of(task.ended()),
                        task.cancelled()))
                .update();
        task.before()
                .forEach(
                        due -> jdbc.sql("insert into lienket.task_due_before (task_id, until, due_at) values (?, ?, ?)")
                                .params(id, Moments.of(due.until()), Moments.of(due.at()))
                                .update());
    }

    /** Under what its tasks are found, from 0. */
    String taskId(int number) {
        return code + "/" + number;
    }
}
