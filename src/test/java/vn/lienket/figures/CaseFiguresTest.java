package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

/** Random histories of a year in which no other test has anything, recounted plainly; the database forgets them afterwards. */
@ProcessTest
@Transactional
class CaseFiguresTest {

    private static final int YEAR = 1991;
    private static final List<String> CHANNELS = List.of("binhduong-tayninh", "binhduong-qtsc");
    private static final List<String> ORGANISATIONS = List.of("binhduong", "tayninh", "qtsc");
    private static final List<String> KINDS = List.of("agreement", "transfer", "consulting");
    private static final int CASES = 150;
    private static final int DAYS = 360;

    private record Due(Instant until, Instant at) {}

    private record Work(Instant created, Instant ended, boolean cancelled, Instant due, List<Due> before) {

        Instant dueAt(Instant moment) {
            return before.stream()
                    .filter(due -> !due.until().isBefore(moment))
                    .map(Due::at)
                    .findFirst()
                    .orElse(due);
        }

        boolean isOpen(Instant moment) {
            return created.isBefore(moment) && (ended == null || !ended.isBefore(moment));
        }
    }

    private record Stop(Instant from, Instant to) {}

    private record Life(
            String code,
            String channel,
            String organisation,
            String kind,
            String field,
            Instant opened,
            Instant closed,
            int status,
            List<Work> work,
            List<Stop> stops) {}

    @Autowired
    CaseFigures figures;

    @Autowired
    CaseFacts facts;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyFigureIsThatOfAPlainRecountAndOfItsCases(long seed) {
        Random random = new Random(seed);
        List<Life> lives =
                IntStream.range(0, CASES).mapToObj(i -> life(random, i)).toList();
        lives.forEach(this::write);
        facts.derive(lives.stream().map(Life::code).toList());

        for (int month = 1; month <= 12; month++) {
            YearMonth counted = YearMonth.of(YEAR, month);
            MonthQuery all = new MonthQuery(counted, CHANNELS, null, null, null);
            assertThat(measures(figures.of(all).all()))
                    .as("%s, seed %d", counted, seed)
                    .isEqualTo(recount(lives, counted));
            String organisation = ORGANISATIONS.get(month % ORGANISATIONS.size());
            String kind = KINDS.get(month % KINDS.size());
            MonthQuery some = new MonthQuery(counted, CHANNELS.subList(0, 1), organisation, kind, null);
            MonthFigures found = figures.of(some);
            assertThat(measures(found.all()))
                    .isEqualTo(recount(
                            lives.stream()
                                    .filter(life -> life.channel().equals(CHANNELS.get(0))
                                            && life.organisation().equals(organisation)
                                            && life.kind().equals(kind))
                                    .toList(),
                            counted));
            for (MonthCount count : found.counts()) {
                MonthQuery itsOwn = new MonthQuery(
                        counted,
                        List.of(count.channel()),
                        count.organisation(),
                        count.kind(),
                        count.field() == null ? MonthQuery.NO_FIELD : count.field());
                assertThat(figures.of(itsOwn).counts()).containsExactly(count);
                assertThat(count.received() + count.carriedOver())
                        .isEqualTo(count.early()
                                + count.onTime()
                                + count.late()
                                + count.inProgress()
                                + count.overdue()
                                + count.paused()
                                + count.withdrawn()
                                + count.declined());
            }
            measures(found.all()).forEach((measure, number) -> {
                assertThat(figures.count(some, measure)).isEqualTo(number.longValue());
                assertThat(figures.cases(some, measure, 0, CASES)).hasSize(number);
            });
        }
    }

    private static Map<Measure, Integer> recount(List<Life> lives, YearMonth month) {
        Instant start = TestClock.at(month.atDay(1) + "T00:00");
        Instant end = TestClock.at(month.plusMonths(1).atDay(1) + "T00:00");
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            counts.put(measure, 0);
        }
        for (Life life : lives) {
            if (!life.opened().isBefore(end)
                    || life.closed() != null && life.closed().isBefore(start)) {
                continue;
            }
            counts.merge(life.opened().isBefore(start) ? Measure.CARRIED_OVER : Measure.RECEIVED, 1, Integer::sum);
            counts.merge(standing(life, end), 1, Integer::sum);
        }
        return counts;
    }

    private static Measure standing(Life life, Instant end) {
        if (life.closed() != null && life.closed().isBefore(end)) {
            return outcome(life);
        }
        if (life.stops().stream()
                .anyMatch(stop -> stop.from().isBefore(end)
                        && (stop.to() == null || !stop.to().isBefore(end)))) {
            return Measure.PAUSED;
        }
        return life.work().stream()
                        .anyMatch(work -> work.isOpen(end)
                                && work.dueAt(end) != null
                                && work.dueAt(end).isBefore(end))
                ? Measure.OVERDUE
                : Measure.IN_PROGRESS;
    }

    private static Measure outcome(Life life) {
        if (life.status() == 7) {
            return Measure.WITHDRAWN;
        }
        if (life.status() != 10) {
            return Measure.DECLINED;
        }
        List<Work> done = life.work().stream()
                .filter(work -> work.ended() != null && !work.cancelled())
                .toList();
        if (done.stream().anyMatch(work -> work.ended().isAfter(work.due()))) {
            return Measure.LATE;
        }
        return done.stream()
                        .max(Comparator.comparing(Work::ended))
                        .filter(last -> day(last.ended()).isBefore(day(last.due())))
                        .isPresent()
                ? Measure.EARLY
                : Measure.ON_TIME;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static Map<Measure, Integer> measures(MonthCount count) {
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        counts.put(Measure.RECEIVED, count.received());
        counts.put(Measure.CARRIED_OVER, count.carriedOver());
        counts.put(Measure.EARLY, count.early());
        counts.put(Measure.ON_TIME, count.onTime());
        counts.put(Measure.LATE, count.late());
        counts.put(Measure.IN_PROGRESS, count.inProgress());
        counts.put(Measure.OVERDUE, count.overdue());
        counts.put(Measure.PAUSED, count.paused());
        counts.put(Measure.WITHDRAWN, count.withdrawn());
        counts.put(Measure.DECLINED, count.declined());
        return counts;
    }

    /** A case of up to four tasks one after the other, some late, some put off, some never done, and perhaps a pause. */
    private static Life life(Random random, int number) {
        Instant opened = TestClock.at("1990-12-01T08:00").plus(hours(random, DAYS * 24));
        List<Work> work = new ArrayList<>();
        Instant at = opened;
        boolean open = false;
        for (int i = random.nextInt(4); i >= 0 && !open; i--) {
            Instant due = at.plus(hours(random, 30 * 24));
            open = random.nextInt(4) == 0;
            Instant ended = open ? null : at.plus(hours(random, 40 * 24));
            List<Due> before = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                Instant moved = at.plus(hours(random, 20 * 24));
                if (ended == null || moved.isBefore(ended)) {
                    before.add(new Due(moved, due));
                    due = random.nextBoolean() ? due.plus(hours(random, 20 * 24)) : due.minus(hours(random, 20 * 24));
                }
            }
            work.add(new Work(at, ended, false, due, before));
            at = ended;
        }
        boolean closed = !open && random.nextInt(5) > 0;
        int status = closed ? List.of(10, 10, 10, 7, 3, 8).get(random.nextInt(6)) : 4;
        List<Stop> stops = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            Instant from = opened.plus(hours(random, 20 * 24));
            Instant to = from.plus(hours(random, 40 * 24));
            stops.add(new Stop(from, !closed && random.nextBoolean() ? null : to));
        }
        return new Life(
                "TT-910101-%04d".formatted(number),
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())),
                KINDS.get(random.nextInt(KINDS.size())),
                random.nextBoolean() ? "ioc" : null,
                opened,
                closed ? at.plus(Duration.ofSeconds(1)) : null,
                status,
                work,
                stops);
    }

    private static Duration hours(Random random, int most) {
        return Duration.ofMinutes(1 + random.nextInt(most * 60));
    }

    private void write(Life life) {
        jdbc.sql("""
                        insert into lienket.dossier (code, kind, title, channel, lead_organisation, field, status, closed,
                            opened_by, opened_at, changed_at)
                        values (?, ?, 'Đối chiếu số liệu', ?, ?, ?, ?, ?, 'system', ?, ?)""")
                .params(Arrays.asList(
                        life.code(),
                        life.kind(),
                        life.channel(),
                        life.organisation(),
                        life.field(),
                        life.status(),
                        life.closed() != null,
                        Moments.of(life.opened()),
                        Moments.of(life.closed() == null ? life.opened() : life.closed())))
                .update();
        int number = 0;
        for (Work work : life.work()) {
            String task = life.code() + "/" + number++;
            jdbc.sql("""
                            insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name,
                                organisation, created_at, due_at, ended_at)
                            values (?, ?, ?, 'Process', 'Process:1', 'Task_Some', 'Việc', ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            task,
                            life.code(),
                            life.channel(),
                            life.organisation(),
                            Moments.of(work.created()),
                            Moments.of(work.due()),
                            Moments.of(work.ended())))
                    .update();
            work.before()
                    .forEach(due -> jdbc.sql(
                                    "insert into lienket.task_due_before (task_id, until, due_at) values (?, ?, ?)")
                            .params(task, Moments.of(due.until()), Moments.of(due.at()))
                            .update());
        }
        life.stops()
                .forEach(stop -> jdbc.sql("""
                        insert into lienket.case_clock (case_code, organisation, stopped_at, resumed_at, working_days)
                        values (?, ?, ?, ?, ?)""")
                        .params(Arrays.asList(
                                life.code(),
                                life.organisation(),
                                Moments.of(stop.from()),
                                Moments.of(stop.to()),
                                stop.to() == null ? null : 1))
                        .update());
    }
}
