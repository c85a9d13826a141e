package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.support.CaseLife;
import vn.lienket.support.CaseLife.Due;
import vn.lienket.support.CaseLife.Step;
import vn.lienket.support.CaseLife.Stop;
import vn.lienket.support.CaseLife.Work;
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
    private static final Step STEP = new Step("Process", "Task_Some", "Việc", "binhduong", null);
    private static final int CASES = 150;
    private static final int DAYS = 360;

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
        List<CaseLife> lives =
                IntStream.range(0, CASES).mapToObj(i -> life(random, i)).toList();
        lives.forEach(life -> life.write(jdbc));
        facts.derive(lives.stream().map(CaseLife::code).toList());

        for (int month = 1; month <= 12; month++) {
            YearMonth counted = YearMonth.of(YEAR, month);
            MonthQuery all = new MonthQuery(counted, CHANNELS, null, null, null, null);
            assertThat(measures(figures.of(all).all()))
                    .as("%s, seed %d", counted, seed)
                    .isEqualTo(recount(lives, counted));
            String organisation = ORGANISATIONS.get(month % ORGANISATIONS.size());
            String kind = KINDS.get(month % KINDS.size());
            String field = month % 2 == 0 ? "ioc" : null;
            MonthQuery some = new MonthQuery(
                    counted,
                    CHANNELS.subList(0, 1),
                    organisation,
                    null,
                    kind,
                    field == null ? MonthQuery.NO_FIELD : field);
            List<CaseLife> those = lives.stream()
                    .filter(life -> life.channel().equals(CHANNELS.get(0))
                            && life.organisation().equals(organisation)
                            && life.kind().equals(kind)
                            && Objects.equals(life.field(), field))
                    .toList();
            MonthFigures found = figures.of(some);
            assertThat(measures(found.all())).isEqualTo(recount(those, counted));
            for (MonthCount count : found.counts()) {
                MonthQuery itsOwn = new MonthQuery(
                        counted,
                        List.of(count.channel()),
                        null,
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
                assertThat(figures.cases(some, measure, 0, CASES))
                        .extracting(CountedCase::caseCode)
                        .containsExactlyInAnyOrderElementsOf(
                                CaseLife.counted(those, counted).get(measure));
            });
        }
    }

    private static Map<Measure, Integer> recount(List<CaseLife> lives, YearMonth month) {
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        CaseLife.counted(lives, month).forEach((measure, codes) -> counts.put(measure, codes.size()));
        return counts;
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
    private static CaseLife life(Random random, int number) {
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
            work.add(new Work(STEP, at, ended, false, due, before));
            at = ended;
        }
        boolean closed = !open && random.nextInt(5) > 0;
        int status = closed ? List.of(10, 10, 10, 7, 3, 8).get(random.nextInt(6)) : 4;
        List<Stop> stops = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            Instant from = opened.plus(hours(random, 20 * 24));
            Instant to = from.plus(hours(random, 40 * 24));
            boolean goesOn = !closed && random.nextBoolean();
            stops.add(new Stop(from, goesOn ? null : to, goesOn ? null : 1));
        }
        return new CaseLife(
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
}
