package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseStatus;
import vn.lienket.database.Moments;
import vn.lienket.figures.WorkOverview.PausedCases;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

/** A random history on empty tables, recounted plainly; the database forgets it afterwards. */
@ProcessTest
@Transactional
class OverviewTest {

    /** A Tuesday of the absence that the directory shows as an example. */
    private static final String TODAY = "2024-02-06";

    private static final Instant NOW = TestClock.at(TODAY + "T10:00");
    private static final Instant MONDAY_AFTER = TestClock.at("2024-02-12T00:00");
    private static final Instant FIRST_WEEK = TestClock.at("2023-11-20T00:00");
    private static final String MANAGER = "binhduong.manager1";
    private static final List<String> CHANNELS = List.of("binhduong-tayninh", "binhduong-qtsc");
    private static final List<String> OUTCOMES = List.of("EARLY", "ON_TIME", "LATE", "WITHDRAWN", "DECLINED");
    private static final Random RANDOM = new Random(2024);

    @Autowired
    Overview overview;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<CaseRow> cases = new ArrayList<>();
    private final List<TaskRow> tasks = new ArrayList<>();

    private record CaseRow(
            String code,
            String channel,
            String organisation,
            Instant opened,
            Instant closed,
            String outcome,
            Integer pausedAs,
            boolean stuck) {}

    private record TaskRow(
            String id,
            CaseRow of,
            String step,
            String organisation,
            String assignee,
            Instant due,
            Instant ended,
            boolean cancelled,
            Integer workingDays) {

        boolean open() {
            return ended == null;
        }

        boolean paused() {
            return of.pausedAs != null;
        }

        boolean late() {
            return open() && !paused() && due != null && due.isBefore(NOW);
        }

        boolean dueThisWeek() {
            return open() && !paused() && due != null && !due.isBefore(NOW) && due.isBefore(MONDAY_AFTER);
        }
    }

    @BeforeEach
    void emptyTables() {
        clock.set(TODAY + "T10:00");
        Stream.of("lienket.task_fact", "lienket.case_fact", "lienket.case_clock", "act_ru_incident")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whereNothingHasHappenedEveryNumberIsZero() {
        WorkOverview work = people.as(MANAGER, () -> overview.work(null));

        assertThat(work.openTasks()).isZero();
        assertThat(work.judged()).isZero();
        assertThat(work.steps()).isEmpty();
        assertThat(work.paused()).isEmpty();
        assertThat(people.as(MANAGER, () -> overview.weeks(null)))
                .hasSize(Overview.WEEKS)
                .startsWith(new WeekFigures(LocalDate.of(2023, 11, 20), 0, 0, 0))
                .endsWith(new WeekFigures(LocalDate.of(2024, 2, 5), 0, 0, 0));
        assertThat(people.as(MANAGER, () -> overview.handling(null))).isEmpty();
        assertThat(people.as(MANAGER, () -> overview.people(null)).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.manager1,,",
        "binhduong.manager1, binhduong-qtsc,",
        "tayninh.manager1,,",
        "tayninh.leader1,, tayninh",
        "binhduong.leader1, binhduong-tayninh, binhduong",
        "admin,,"
    })
    void aRandomHistoryIsCountedAsByHand(String viewer, String channel, String part) {
        history();
        String own = viewer.equals("admin") ? null : viewer.substring(0, viewer.indexOf('.'));
        List<String> channels = channel != null
                ? List.of(channel)
                : CHANNELS.stream()
                        .filter(each -> own == null || each.contains(own))
                        .toList();
        List<TaskRow> seen = tasks.stream()
                .filter(task -> channels.contains(task.of.channel) && (part == null || part.equals(task.organisation)))
                .toList();
        List<CaseRow> seenCases = cases.stream()
                .filter(each -> channels.contains(each.channel) && (part == null || part.equals(each.organisation)))
                .toList();

        checkWork(people.as(viewer, () -> overview.work(channel)), seen, seenCases, own);
        checkWeeks(people.as(viewer, () -> overview.weeks(channel)), seenCases);
        checkHandling(people.as(viewer, () -> overview.handling(channel)), seen);
        checkPeople(people.as(viewer, () -> overview.people(channel)), seen, own);
    }

    @Test
    void stepsAreCalledAndOrderedAsInTheirModel() {
        CaseRow row = new CaseRow("OV-1", CHANNELS.get(0), "binhduong", NOW, null, null, null, false);
        add(row);
        for (String step : List.of(AgreementModel.TASK_SIGN, AgreementModel.TASK_DRAFT, "Task_Former")) {
            add(new TaskRow("open-" + step, row, step, "binhduong", null, NOW, null, false, null));
            add(new TaskRow("done-" + step, row, step, "binhduong", null, NOW, NOW, false, 2));
        }
        String[] names = {"Việc Task_Former", "Soạn dự thảo thỏa thuận", "Ký thỏa thuận"};

        assertThat(people.as(MANAGER, () -> overview.work(null)).steps())
                .extracting(StepWork::stepName)
                .containsExactly(names);
        assertThat(people.as(MANAGER, () -> overview.handling(null)))
                .extracting(StepHandling::stepName)
                .containsExactly(names);
    }

    @Test
    void nobodyElseSeesIt() {
        for (String person : List.of("binhduong.officer1", "tayninh.clerk1")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> people.as(person, () -> overview.work(null)));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> people.as(person, () -> overview.people(null)));
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> people.as("tayninh.manager1", () -> overview.weeks("binhduong-qtsc")))
                .withMessage("Kênh hợp tác: không có kênh này trong các kênh của bạn.");
    }

    private static void checkWork(WorkOverview work, List<TaskRow> tasks, List<CaseRow> cases, String own) {
        assertThat(work.openTasks()).isEqualTo(count(tasks, TaskRow::open)).isPositive();
        assertThat(work.dueThisWeek()).isEqualTo(count(tasks, TaskRow::dueThisWeek));
        assertThat(work.late()).isEqualTo(count(tasks, TaskRow::late)).isPositive();
        assertThat(work.lateInside())
                .isEqualTo(own == null ? null : count(tasks, task -> task.late() && own.equals(task.organisation)));
        assertThat(work.openCases()).isEqualTo(count(cases, each -> each.closed == null));
        assertThat(work.paused())
                .containsExactlyElementsOf(Stream.of(5, 6, 8)
                        .map(status -> new PausedCases(
                                status,
                                CaseStatus.of(status).label(),
                                count(cases, each -> Objects.equals(each.pausedAs, status))))
                        .filter(paused -> paused.cases() > 0)
                        .toList());
        assertThat(work.stuck()).isEqualTo(count(cases, CaseRow::stuck));
        List<CaseRow> ended = since(cases, "2024-01-01T00:00");
        assertThat(work.finishedThisQuarter()).isEqualTo(ended.size());
        assertThat(work.finishedThisMonth())
                .isEqualTo(since(cases, "2024-02-01T00:00").size());
        assertThat(work.judged())
                .isEqualTo(count(ended, each -> OUTCOMES.indexOf(each.outcome) <= OUTCOMES.indexOf("LATE")));
        assertThat(work.onTime())
                .isEqualTo(count(ended, each -> OUTCOMES.indexOf(each.outcome) < OUTCOMES.indexOf("LATE")));
        assertThat(work.weekEnds()).isEqualTo("2024-02-11");
        assertThat(work.target().percent()).isEqualTo(95);
        Map<List<String>, List<TaskRow>> cells = tasks.stream()
                .filter(TaskRow::open)
                .collect(Collectors.groupingBy(task -> List.of(task.step, task.organisation)));
        assertThat(work.steps()).hasSameSizeAs(cells.keySet());
        for (StepWork step : work.steps()) {
            List<TaskRow> cell = cells.get(List.of(step.step(), step.organisation()));
            assertThat(step.process()).isEqualTo(processOf(step.step()));
            assertThat(step.kind()).isEqualTo("transfer");
            assertThat(step.stepName()).isEqualTo("Việc " + step.step());
            assertThat(step.open()).isEqualTo(cell.size());
            assertThat(step.due()).isEqualTo(count(cell, TaskRow::dueThisWeek));
            assertThat(step.late()).isEqualTo(count(cell, TaskRow::late));
            assertThat(step.paused()).isEqualTo(count(cell, TaskRow::paused));
        }
    }

    private static void checkWeeks(List<WeekFigures> weeks, List<CaseRow> cases) {
        assertThat(weeks)
                .containsExactlyElementsOf(IntStream.range(0, 12)
                        .mapToObj(LocalDate.of(2023, 11, 20)::plusWeeks)
                        .map(monday -> {
                            List<CaseRow> ended = cases.stream()
                                    .filter(each -> isIn(each.closed, monday))
                                    .toList();
                            return new WeekFigures(
                                    monday,
                                    count(cases, each -> isIn(each.opened, monday)),
                                    ended.size(),
                                    count(ended, each -> "LATE".equals(each.outcome)));
                        })
                        .toList());
    }

    private static void checkHandling(List<StepHandling> handling, List<TaskRow> tasks) {
        Map<String, List<TaskRow>> done = tasks.stream()
                .filter(task -> task.workingDays != null && !task.ended.isBefore(FIRST_WEEK))
                .collect(Collectors.groupingBy(TaskRow::step));
        assertThat(handling).extracting(StepHandling::step).containsExactlyInAnyOrderElementsOf(done.keySet());
        for (StepHandling step : handling) {
            List<Integer> days = done.get(step.step()).stream()
                    .map(TaskRow::workingDays)
                    .sorted()
                    .toList();
            assertThat(step.completed()).isEqualTo(days.size());
            assertThat(step.median()).isEqualTo(days.get((days.size() + 1) / 2 - 1));
            assertThat(step.most()).isEqualTo(days.get((9 * days.size() + 9) / 10 - 1));
            assertThat(step.term()).isEqualTo(5);
            assertThat(step.stepName()).isEqualTo("Việc " + step.step());
        }
    }

    private static void checkPeople(PeopleWork people, List<TaskRow> tasks, String own) {
        Instant from = TestClock.at("2024-01-09T00:00");
        Map<String, List<TaskRow>> work = tasks.stream()
                .filter(task -> task.assignee != null && (task.open() || !task.cancelled && !task.ended.isBefore(from)))
                .collect(Collectors.groupingBy(TaskRow::assignee));
        assertThat(people.more()).isZero();
        assertThat(people.items()).extracting(PersonWork::person).containsExactlyInAnyOrderElementsOf(work.keySet());
        assertThat(people.items())
                .isSortedAccordingTo(Comparator.comparing(
                                (PersonWork person) -> own == null || !own.equals(person.organisation()))
                        .thenComparing(Comparator.comparingInt(PersonWork::late).reversed()));
        for (PersonWork person : people.items()) {
            List<TaskRow> his = work.get(person.person());
            assertThat(person.open()).isEqualTo(count(his, TaskRow::open));
            assertThat(person.late()).isEqualTo(count(his, TaskRow::late));
            assertThat(person.finished()).isEqualTo(count(his, task -> !task.open()));
            assertThat(person.absentUntil())
                    .isEqualTo(person.person().equals("tayninh.expert2") ? LocalDate.of(2024, 2, 7) : null);
        }
    }

    private void history() {
        for (int number = 0; number < 90; number++) {
            add(aCase("OV-%03d".formatted(number)));
        }
        for (int number = 0; number < 600; number++) {
            add(aTask("overview-" + number, any(cases)));
        }
    }

    private static CaseRow aCase(String code) {
        String channel = any(CHANNELS);
        Instant opened = before(NOW, 150);
        boolean closed = RANDOM.nextInt(5) < 2;
        return new CaseRow(
                code,
                channel,
                any(List.of(channel.split("-"))),
                opened,
                closed ? opened.plus(Duration.between(opened, NOW).dividedBy(1 + RANDOM.nextInt(4))) : null,
                closed ? any(OUTCOMES) : null,
                !closed && RANDOM.nextInt(4) == 0 ? any(List.of(5, 6, 8)) : null,
                !closed && RANDOM.nextInt(5) == 0);
    }

    private static TaskRow aTask(String id, CaseRow of) {
        boolean open = of.closed == null && RANDOM.nextBoolean();
        boolean cancelled = !open && RANDOM.nextInt(5) == 0;
        String organisation = any(List.of(of.channel.split("-")));
        return new TaskRow(
                id,
                of,
                "Task_" + RANDOM.nextInt(6),
                organisation,
                RANDOM.nextInt(4) == 0 ? null : organisation + any(List.of(".officer1", ".officer2", ".expert2")),
                RANDOM.nextInt(10) == 0 ? null : NOW.plus(Duration.ofHours(RANDOM.nextInt(400) - 200)),
                open ? null : before(NOW, 120),
                cancelled,
                open || cancelled ? null : RANDOM.nextInt(15));
    }

    private void add(CaseRow row) {
        cases.add(row);
        jdbc.sql(
                        "insert into lienket.dossier (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)"
                                + " values (?, 'transfer', 'Hồ sơ', ?, ?, ?, 'system', ?, ?)")
                .params(
                        row.code,
                        row.channel,
                        row.organisation,
                        row.pausedAs == null ? 4 : row.pausedAs,
                        Moments.of(row.opened),
                        Moments.of(row.opened))
                .update();
        jdbc.sql("insert into lienket.case_fact (code, kind, channel, organisation, opened_at, closed_at, outcome)"
                        + " values (?, 'transfer', ?, ?, ?, ?, ?)")
                .params(
                        row.code,
                        row.channel,
                        row.organisation,
                        Moments.of(row.opened),
                        Moments.of(row.closed),
                        row.outcome)
                .update();
        // earlier stops do not count
        jdbc.sql("insert into lienket.case_clock (case_code, organisation, stopped_at, resumed_at, working_days)"
                        + " values (?, 'binhduong', now() - interval '2 days', now(), 1)")
                .param(row.code)
                .update();
        if (row.pausedAs != null) {
            jdbc.sql("insert into lienket.case_clock (case_code, organisation, stopped_at) values (?, 'binhduong', ?)")
                    .params(row.code, Moments.of(NOW))
                    .update();
        }
        if (row.stuck) {
            incidents(row);
        }
    }

    /** One in an instance that the case's has called, and the one that the caller has because of it. */
    private void incidents(CaseRow row) {
        for (String id : List.of(row.code, row.code + "-called")) {
            jdbc.sql(
                            "insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_, is_active_, is_concurrent_,"
                                    + " is_scope_, is_event_scope_, suspension_state_, tenant_id_)"
                                    + " values (?, 1, ?, ?, ?, true, false, true, false, 1, ?)")
                    .params(id, id, row.code, id.equals(row.code) ? row.code : null, row.channel)
                    .update();
        }
        incident(row, row.code + "-called");
        incident(row, row.code);
    }

    private void incident(CaseRow row, String instance) {
        jdbc.sql(
                        "insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, execution_id_, proc_inst_id_,"
                                + " cause_incident_id_, root_cause_incident_id_, tenant_id_) values (?, 1, now(), 'failedJob', ?, ?, ?, ?, ?)")
                .params(instance, instance, instance, row.code + "-called", row.code + "-called", row.channel)
                .update();
    }

    private void add(TaskRow row) {
        tasks.add(row);
        jdbc.sql(
                        "insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name, organisation,"
                                + " assignee, created_at, due_at, ended_at, cancelled, working_days, term_days)"
                                + " values (?, ?, ?, ?, 'none', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row.id,
                        row.of.code,
                        row.of.channel,
                        processOf(row.step),
                        row.step,
                        "Việc " + row.step,
                        row.organisation,
                        row.assignee,
                        Moments.of(NOW.minus(Duration.ofDays(200))),
                        Moments.of(row.due),
                        Moments.of(row.ended),
                        row.cancelled,
                        row.workingDays,
                        row.workingDays == null ? null : 5)
                .update();
    }

    private static String processOf(String step) {
        return step.matches("Task_\\d") ? "OverviewProcess" + step.charAt(5) % 2 : AgreementModel.SIGNING_PROCESS;
    }

    private static Instant before(Instant moment, int days) {
        return moment.minus(Duration.ofMinutes(RANDOM.nextInt(days * 24 * 60)));
    }

    private static <T> T any(List<T> of) {
        return of.get(RANDOM.nextInt(of.size()));
    }

    private static boolean isIn(Instant moment, LocalDate monday) {
        LocalDate day = moment == null ? null : moment.atZone(Deadlines.ZONE).toLocalDate();
        return day != null && !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }

    private static List<CaseRow> since(List<CaseRow> cases, String localTime) {
        return cases.stream()
                .filter(each -> each.closed != null && !each.closed.isBefore(TestClock.at(localTime)))
                .toList();
    }

    private static <T> int count(List<T> rows, Predicate<T> which) {
        return (int) rows.stream().filter(which).count();
    }
}
