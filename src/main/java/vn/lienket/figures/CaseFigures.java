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
import vn.lienket.party.Succession;

/** Counts the cases of a month from the facts, each as it stood at the month's end. The caller sees to who may see them. */
@Service
@Transactional(readOnly = true)
public class CaseFigures {

    /** Cases of the month with how each came out in it, or stood at its end. */
    private static final String COUNTED = """
            with found as materialized (
                select f.code, f.organisation, f.channel, f.kind, f.field, f.opened_at, f.closed_at, f.outcome
                from lienket.case_fact f where f.channel = any (:channels) and f.closed_at is null and f.opened_at < :end
                union all
                select f.code, f.organisation, f.channel, f.kind, f.field, f.opened_at, f.closed_at, f.outcome
                from lienket.case_fact f where f.channel = any (:channels) and f.closed_at >= :start and f.opened_at < :end),
            overdue as materialized (
                select distinct t.case_code from (
                    select o.* from lienket.task_fact o
                    where o.channel = any (:channels) and o.ended_at is null and o.created_at < :end
                    union all
                    select o.* from lienket.task_fact o
                    where o.channel = any (:channels) and o.ended_at >= :end and o.created_at < :end) t
                left join (
                    select distinct on (b.task_id) b.task_id, b.due_at from lienket.task_due_before b
                    where b.until >= :end order by b.task_id, b.until) b on b.task_id = t.task_id
                where case when b.task_id is null then t.due_at else b.due_at end < :end),
            counted as (
                select f.*, f.opened_at >= :start as received,
                    case when f.closed_at < :end then f.outcome
                        when p.case_code is not null then 'PAUSED'
                        when o.case_code is not null then 'OVERDUE'
                        else 'IN_PROGRESS' end as standing
                from found f
                left join lienket.case_clock p on p.case_code = f.code and p.stopped_at < :end
                    and (p.resumed_at is null or p.resumed_at >= :end)
                left join overdue o on o.case_code = f.code
                where (:kind::text is null or f.kind = :kind)
                    and (:field::text is null or coalesce(f.field, :noField) = :field)
                    and (:organisation::text is null or f.organisation = any (%s)))
            """.formatted(Succession.LINE);

    private static final String COUNTS = Arrays.stream(Measure.values())
            .map(measure -> "count(*) filter (where %s) as %s".formatted(measure.condition(), measure.code()))
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
        return asked(query, COUNTED + """
                        select c.*, d.title from counted c join lienket.dossier d on d.code = c.code
                        where %s order by c.opened_at, c.code limit :size offset :offset""".formatted(measure.condition()))
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
        return asked(query, COUNTED + "select count(*) from counted where " + measure.condition())
                .query(Long.class)
                .single();
    }

    /** The month that it is. */
    public YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    private JdbcClient.StatementSpec asked(MonthQuery query, String sql) {
        return jdbc.sql(sql)
                .param("channels", query.channels().toArray(String[]::new))
                .param("organisation", query.organisation())
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
