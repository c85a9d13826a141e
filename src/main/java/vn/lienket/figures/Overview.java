package vn.lienket.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.calendar.Targets;
import vn.lienket.cases.CaseStatus;
import vn.lienket.database.Moments;
import vn.lienket.database.Plans;
import vn.lienket.figures.Insight.Scope;
import vn.lienket.figures.WorkOverview.PausedCases;
import vn.lienket.party.Absence;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * What is seen first by who may look into the work of others: how it stands, and how it went. A task is late when it is due before now
 * and the clock of its case runs, as in the register.
 */
@Service
@Transactional(readOnly = true)
public class Overview {

    /** Weeks over which handling and cases are shown, with the one that is not over. */
    static final int WEEKS = 12;

    private static final int WEEKS_OF_PEOPLE = 4;
    private static final int MOST_PEOPLE = 100;

    private static final String OF_SCOPE =
            "channel = any(:channels) and (cast(:line as text[]) is null or organisation = any (:line))";
    private static final String OPEN_TASKS = """
            lienket.task_fact t
            left join lienket.case_clock p on p.case_code = t.case_code and p.resumed_at is null
            where t.ended_at is null and t.channel = any(:channels)
                and (cast(:line as text[]) is null or t.organisation = any (:line))""";
    private static final String LATE = "count(*) filter (where p.case_code is null and t.due_at < :now) as late";
    private static final String MODEL = """
            left join lateral (
                select d.name_ from act_re_procdef d where d.key_ = counted.process order by d.version_ desc limit 1) model on true""";

    private final JdbcClient jdbc;
    private final Insight insight;
    private final CurrentUser currentUser;
    private final Parties parties;
    private final Targets targets;
    private final StepNames names;
    private final Clock clock;

    Overview(
            JdbcClient jdbc,
            Insight insight,
            CurrentUser currentUser,
            Parties parties,
            Targets targets,
            StepNames names,
            Clock clock) {
        this.jdbc = jdbc;
        this.insight = insight;
        this.currentUser = currentUser;
        this.parties = parties;
        this.targets = targets;
        this.names = names;
        this.clock = clock;
    }

    /**
     * How the work stands now.
     *
     * @param channel only of this one, or null; 400 for one that is not the viewer's
     */
    public WorkOverview work(String channel) {
        Plans.ofTheseValuesAlone(jdbc);
        Scope all = insight.of();
        Scope scope = narrowed(all, channel);
        User user = currentUser.require();
        Instant now = clock.instant();
        Quarter quarter = Quarter.of(today());
        List<StepWork> steps = steps(scope, now);
        Finished finished = finished(scope, quarter);
        return new WorkOverview(
                now,
                parties.channels().stream()
                        .filter(each -> all.channels().contains(each.id()))
                        .toList(),
                user.organisation(),
                parties.organisationShortName(user.organisation()),
                scope.organisation() != null,
                nextMonday().minusDays(1),
                openCases(scope),
                steps.stream().mapToInt(StepWork::open).sum(),
                steps.stream().mapToInt(StepWork::due).sum(),
                steps.stream().mapToInt(StepWork::late).sum(),
                user.organisation() == null ? null : lateInside(steps, user.organisation()),
                paused(scope),
                stuck(all, Answers.given(channel)),
                finished.thisMonth(),
                finished.thisQuarter(),
                finished.judged(),
                finished.onTime(),
                targets.onTime(),
                steps);
    }

    /** The cases of this week and of the eleven before it, the oldest week first. */
    public List<WeekFigures> weeks(String channel) {
        Plans.ofTheseValuesAlone(jdbc);
        LocalDate first = nextMonday().minusWeeks(WEEKS);
        Map<LocalDate, WeekFigures> counted = asked(narrowed(insight.of(), channel), """
                        select week, sum(received) as received, sum(finished) as finished, sum(late) as late
                        from (
                            select date_trunc('week', opened_at at time zone :zone)::date as week,
                                count(*) as received, 0 as finished, 0 as late
                            from lienket.case_fact where opened_at >= :from and %1$s group by 1
                            union all
                            select date_trunc('week', closed_at at time zone :zone)::date, 0, count(*),
                                count(*) filter (where outcome = 'LATE')
                            from lienket.case_fact where closed_at >= :from and %1$s group by 1) counted
                        group by week""".formatted(OF_SCOPE))
                .param("zone", Deadlines.ZONE.getId())
                .param("from", Moments.of(start(first)))
                .query((row, number) -> new WeekFigures(
                        row.getObject("week", LocalDate.class),
                        row.getInt("received"),
                        row.getInt("finished"),
                        row.getInt("late")))
                .list()
                .stream()
                .collect(Collectors.toMap(WeekFigures::from, Function.identity()));
        return IntStream.range(0, WEEKS)
                .mapToObj(first::plusWeeks)
                .map(week -> counted.getOrDefault(week, new WeekFigures(week, 0, 0, 0)))
                .toList();
    }

    /** How long the steps took that were completed in these twelve weeks. */
    public List<StepHandling> handling(String channel) {
        Plans.ofTheseValuesAlone(jdbc);
        Map<String, Map<String, String>> steps = names.all();
        // the days are few: counted first, they need not be sorted one by one
        List<StepHandling> counted = asked(narrowed(insight.of(), channel), """
                        with days as (
                            select process, step, working_days, count(*) as n, max(ended_at) as last
                            from lienket.task_fact where ended_at >= :from and working_days is not null and %s
                            group by process, step, working_days),
                        ranked as (
                            select *, sum(n) over (partition by process, step order by working_days) as reached,
                                sum(n) over (partition by process, step) as completed
                            from days),
                        counted as (
                            select process, step, completed, max(last) as last,
                                min(working_days) filter (where reached >= 0.5 * completed) as median,
                                min(working_days) filter (where reached >= 0.9 * completed) as most
                            from ranked group by process, step, completed)
                        select counted.*, coalesce(model.name_, counted.process) as process_name, newest.step_name, newest.term_days
                        from counted cross join lateral (
                            select t.step_name, t.term_days from lienket.task_fact t
                            where t.channel = any(:channels) and t.ended_at = counted.last and t.process = counted.process
                                and t.step = counted.step
                            order by t.task_id limit 1) newest
                        %s
                        order by model.name_ collate "vi-x-icu", counted.process, counted.step""".formatted(OF_SCOPE, MODEL))
                .param("from", Moments.of(start(nextMonday().minusWeeks(WEEKS))))
                .query((row, number) -> new StepHandling(
                        row.getString("process"),
                        row.getString("process_name"),
                        row.getString("step"),
                        name(row, steps),
                        row.getInt("completed"),
                        row.getInt("median"),
                        row.getInt("most"),
                        row.getObject("term_days", Integer.class)))
                .list();
        return inOrder(counted, steps, StepHandling::process, StepHandling::step);
    }

    /** What people have to do and have done in four weeks, of those who have any. */
    public PeopleWork people(String channel) {
        Plans.ofTheseValuesAlone(jdbc);
        Map<String, Person> people =
                parties.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        String own = currentUser.require().organisation();
        List<PersonWork> all = asked(narrowed(insight.of(), channel), """
                        select assignee, sum(open) as open, sum(late) as late, sum(finished) as finished
                        from (
                            select t.assignee, count(*) as open, %s, 0 as finished from %s and t.assignee is not null
                            group by t.assignee
                            union all
                            select assignee, 0, 0, count(*) from lienket.task_fact
                            where ended_at >= :from and not cancelled and assignee is not null and %s
                            group by assignee) counted
                        group by assignee""".formatted(LATE, OPEN_TASKS, OF_SCOPE))
                .param("now", Moments.of(clock.instant()))
                .param("from", Moments.of(start(today().minusWeeks(WEEKS_OF_PEOPLE))))
                .query((row, number) -> person(row, people.get(row.getString("assignee"))))
                .list();
        Comparator<PersonWork> order = Comparator.comparing(
                        (PersonWork each) -> own == null || !own.equals(each.organisation()))
                .thenComparing(Comparator.comparingInt(PersonWork::late)
                        .thenComparingInt(PersonWork::open)
                        .reversed())
                .thenComparing(PersonWork::person);
        return new PeopleWork(
                all.stream().sorted(order).limit(MOST_PEOPLE).toList(), Math.max(0, all.size() - MOST_PEOPLE));
    }

    private PersonWork person(ResultSet row, Person person) throws SQLException {
        String id = row.getString("assignee");
        String organisation = person == null ? null : person.organisation();
        return new PersonWork(
                id,
                person == null ? id : person.name(),
                organisation,
                parties.organisationShortName(organisation),
                row.getInt("open"),
                row.getInt("late"),
                row.getInt("finished"),
                person == null ? null : absentUntil(person));
    }

    private LocalDate absentUntil(Person person) {
        LocalDate today = today();
        return person.absences().stream()
                .filter(absence -> absence.kinds().isEmpty() && absence.covers(today))
                .map(Absence::to)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<StepWork> steps(Scope scope, Instant now) {
        Map<String, Map<String, String>> steps = names.all();
        List<StepWork> counted = asked(scope, """
                        with counted as (
                            select t.process, t.step, t.organisation, min(t.case_code collate "C") collate "default" as of_case,
                                count(*) as open, count(p.case_code) as paused, %s,
                                count(*) filter (where p.case_code is null and t.due_at >= :now and t.due_at < :monday) as due
                            from %s group by t.process, t.step, t.organisation)
                        select counted.*, coalesce(model.name_, counted.process) as process_name, f.kind, named.step_name
                        from counted left join lienket.case_fact f on f.code = counted.of_case
                        cross join lateral (
                            select t.step_name from lienket.task_fact t
                            where t.case_code = counted.of_case and t.process = counted.process and t.step = counted.step
                            limit 1) named
                        %s
                        order by model.name_ collate "vi-x-icu", counted.process, counted.step, counted.organisation""".formatted(LATE, OPEN_TASKS, MODEL))
                .param("now", Moments.of(now))
                .param("monday", Moments.of(start(nextMonday())))
                .query((row, number) -> new StepWork(
                        row.getString("process"),
                        row.getString("process_name"),
                        row.getString("kind"),
                        row.getString("step"),
                        name(row, steps),
                        row.getString("organisation"),
                        parties.organisationShortName(row.getString("organisation")),
                        row.getInt("open"),
                        row.getInt("due"),
                        row.getInt("late"),
                        row.getInt("paused")))
                .list();
        return inOrder(counted, steps, StepWork::process, StepWork::step);
    }

    /** Of a step that is in no model any more, that of a task. */
    private static String name(ResultSet row, Map<String, Map<String, String>> steps) throws SQLException {
        return steps.getOrDefault(row.getString("process"), Map.of())
                .getOrDefault(row.getString("step"), row.getString("step_name"));
    }

    /** The processes as they come, the steps of each as in its model. */
    private static <R> List<R> inOrder(
            List<R> rows,
            Map<String, Map<String, String>> steps,
            Function<R, String> process,
            Function<R, String> step) {
        List<String> processes = rows.stream().map(process).distinct().toList();
        Comparator<R> order = Comparator.comparingInt(row -> processes.indexOf(process.apply(row)));
        return rows.stream()
                .sorted(order.thenComparingInt(row -> List.copyOf(steps.getOrDefault(process.apply(row), Map.of())
                                        .keySet())
                                .indexOf(step.apply(row)))
                        .thenComparing(step))
                .toList();
    }

    /** Of what the organisation does today, also in place of others. */
    private int lateInside(List<StepWork> steps, String own) {
        return steps.stream()
                .filter(step ->
                        step.organisation() != null && Objects.equals(parties.actingFor(step.organisation()), own))
                .mapToInt(StepWork::late)
                .sum();
    }

    private int openCases(Scope scope) {
        return asked(scope, "select count(*) from lienket.case_fact where closed_at is null and " + OF_SCOPE)
                .query(Integer.class)
                .single();
    }

    private List<PausedCases> paused(Scope scope) {
        // few of all cases: each is looked up, not all of them read
        return asked(scope, """
                        select d.status, count(*) as cases
                        from lienket.case_clock p cross join lateral (
                            select d.status, d.channel, d.lead_organisation from lienket.dossier d where d.code = p.case_code limit 1) d
                        where p.resumed_at is null and d.channel = any(:channels)
                            and (cast(:line as text[]) is null or d.lead_organisation = any (:line))
                        group by d.status order by d.status""")
                .query((row, number) -> new PausedCases(
                        row.getInt("status"),
                        CaseStatus.of(row.getInt("status")).label(),
                        row.getInt("cases")))
                .list();
    }

    private int stuck(Scope all, String channel) {
        return jdbc.sql("select count(*) " + VisibleIncidents.FROM)
                .params(VisibleIncidents.values(all, currentUser.require().administrator(), channel))
                .query(Integer.class)
                .single();
    }

    private record Finished(int thisMonth, int thisQuarter, int judged, int onTime) {}

    private Finished finished(Scope scope, Quarter quarter) {
        return asked(scope, """
                        select count(*) filter (where closed_at >= :month) as this_month, count(*) as this_quarter,
                            count(*) filter (where outcome in ('EARLY', 'ON_TIME', 'LATE')) as judged,
                            count(*) filter (where outcome in ('EARLY', 'ON_TIME')) as on_time
                        from lienket.case_fact where closed_at >= :quarter and %s""".formatted(OF_SCOPE))
                .param("month", Moments.of(start(today().withDayOfMonth(1))))
                .param("quarter", Moments.of(quarter.start()))
                .query((row, number) -> new Finished(
                        row.getInt("this_month"),
                        row.getInt("this_quarter"),
                        row.getInt("judged"),
                        row.getInt("on_time")))
                .single();
    }

    private JdbcClient.StatementSpec asked(Scope scope, String sql) {
        return jdbc.sql(sql).param("channels", scope.channelIds()).param("line", scope.lineIds());
    }

    private static Scope narrowed(Scope scope, String channel) {
        if (channel == null || channel.isBlank()) {
            return scope;
        }
        if (!scope.channels().contains(channel)) {
            throw ProblemException.invalid("channel", "Kênh hợp tác: không có kênh này trong các kênh của bạn.");
        }
        return scope.in(channel);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadlines.ZONE));
    }

    private LocalDate nextMonday() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Deadlines.ZONE).toInstant();
    }
}
