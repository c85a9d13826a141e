package vn.lienket.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.database.Moments;
import vn.lienket.database.Plans;
import vn.lienket.party.Succession;

/** Counts the cases of a month from the facts, each as it stood at the month's end. The caller sees to who may see them. */
@Service
@Transactional(readOnly = true)
public class CaseFigures {

    /**
     * The cases whose clock stood still at the end, and the others of which a task was overdue then. A task whose due date was moved
     * since is judged by the earlier one.
     */
    private static final String STANDING = """
            with asked as not materialized (
                select * from lienket.case_fact f
                where f.channel = any (:channels) and f.opened_at < :end
                    and (:lead::text is null or f.organisation = :lead)
                    and (:kind::text is null or f.kind = :kind)
                    and (:field::text is null or coalesce(f.field, :noField) = :field)
                    and (:organisation::text is null or f.organisation = any (%s))),
            open as not materialized (
                select * from asked where closed_at is null union all select * from asked where closed_at >= :end),
            paused as materialized (
                select distinct p.case_code from lienket.case_clock p
                where p.stopped_at < :end and (p.resumed_at is null or p.resumed_at >= :end)),
            moved as materialized (
                select distinct on (b.task_id) b.task_id, b.due_at from lienket.task_due_before b
                where b.until >= :end order by b.task_id, b.until),
            overdue as not materialized (
                select case_code from (
                    select o.case_code from lienket.task_fact o
                    where o.channel = any (:channels) and o.ended_at is null and o.due_at < :end and o.created_at < :end
                        and o.task_id not in (select task_id from moved)
                    union all
                    select o.case_code from lienket.task_fact o
                    where o.channel = any (:channels) and o.ended_at > o.due_at and o.ended_at >= :end and o.due_at < :end
                        and o.created_at < :end and o.task_id not in (select task_id from moved)
                    union all
                    select o.case_code from moved m join lienket.task_fact o on o.task_id = m.task_id
                    where o.created_at < :end and (o.ended_at is null or o.ended_at >= :end) and m.due_at < :end) o
                where case_code not in (select case_code from paused))
            """.formatted(Succession.LINE);

    /** Most of what is open is in progress with nothing overdue: all of it is counted as that, and what is not taken off again. */
    private static final String COUNTED = STANDING + """
            , counted as (
                select organisation, channel, kind, field, opened_at >= :start as received, 'IN_PROGRESS' as standing, count(*) as cases
                from open group by 1, 2, 3, 4, 5
                union all
                select organisation, channel, kind, field, opened_at >= :start, outcome, count(*)
                from asked where closed_at >= :start and closed_at < :end group by 1, 2, 3, 4, 5, 6
                union all
                select organisation, channel, kind, field, opened_at >= :start, unnest(array['OVERDUE', 'IN_PROGRESS']),
                    unnest(array[count(*), -count(*)])
                from open where code in (select case_code from overdue) group by 1, 2, 3, 4, 5
                union all
                select organisation, channel, kind, field, opened_at >= :start, unnest(array['PAUSED', 'IN_PROGRESS']),
                    unnest(array[count(*), -count(*)])
                from paused p cross join lateral (
                    select * from asked where code = p.case_code and coalesce(closed_at, :end) >= :end offset 0) few
                group by 1, 2, 3, 4, 5)
            """;

    private static final String COUNTS = Arrays.stream(Measure.values())
            .map(measure -> "sum(cases) filter (where %s) as %s".formatted(measure.counted(), measure.code()))
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One count for each organisation, channel, kind and field that has any, ordered by their ids. */
    public MonthFigures of(MonthQuery query) {
        List<MonthCount> counts = asked(query, COUNTED + """
                        select organisation, channel, kind, field, %s from counted
                        group by organisation, channel, kind, field order by organisation, channel, kind, field nulls first""".formatted(COUNTS))
                .query((row, number) -> new MonthCount(
                        row.getString("organisation"),
                        row.getString("channel"),
                        row.getString("kind"),
                        row.getString("field"),
                        row.getInt("received"),
                        row.getInt("carriedOver"),
                        row.getInt("early"),
                        row.getInt("onTime"),
                        row.getInt("late"),
                        row.getInt("inProgress"),
                        row.getInt("overdue"),
                        row.getInt("paused"),
                        row.getInt("withdrawn"),
                        row.getInt("declined")))
                .list();
        LocalDate today = today();
        LocalDate last = query.month().atEndOfMonth();
        return new MonthFigures(query.month(), today.isBefore(last) ? today : last, today.isAfter(last), counts);
    }

    /** A page of the cases that are counted as something, the oldest first. */
    public List<CountedCase> cases(MonthQuery query, Measure measure, int page, int size) {
        return asked(query, STANDING + """
                        select f.*, d.title from (
                            select f.* from %s order by f.opened_at, f.code limit :size offset :offset) f
                        join lienket.dossier d on d.code = f.code order by f.opened_at, f.code""".formatted(measure.cases()))
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, number) -> {
                    Instant closed = Moments.in(row, "closed_at");
                    return new CountedCase(
                            row.getString("code"),
                            row.getString("title"),
                            row.getString("kind"),
                            row.getString("channel"),
                            row.getString("organisation"),
                            row.getString("field"),
                            Moments.in(row, "opened_at"),
                            closed != null && closed.isBefore(end(query.month())) ? closed : null);
                })
                .list();
    }

    /** Of the cases that are counted as something, how many there are. */
    public long count(MonthQuery query, Measure measure) {
        return asked(query, STANDING + "select count(*) from " + measure.cases())
                .query(Long.class)
                .single();
    }

    /** The month that it is. */
    public YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    private JdbcClient.StatementSpec asked(MonthQuery query, String sql) {
        Plans.ofTheseValuesAlone(jdbc);
        return jdbc.sql(sql)
                .param("channels", query.channels().toArray(String[]::new))
                .param("organisation", query.organisation())
                .param("lead", query.lead())
                .param("kind", query.kind())
                .param("field", query.field())
                .param("noField", MonthQuery.NO_FIELD)
                .param(
                        "start",
                        Moments.of(query.month()
                                .atDay(1)
                                .atStartOfDay(Deadlines.ZONE)
                                .toInstant()))
                .param("end", Moments.of(end(query.month())));
    }

    /** What happens from then on is not of the month; of one that is not over, what has not happened yet. */
    private Instant end(YearMonth month) {
        Instant over = month.plusMonths(1).atDay(1).atStartOfDay(Deadlines.ZONE).toInstant();
        Instant now = clock.instant();
        return now.isBefore(over) ? now : over;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadlines.ZONE));
    }
}
