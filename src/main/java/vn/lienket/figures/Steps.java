package vn.lienket.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.assignment.WorkKinds;
import vn.lienket.database.Moments;
import vn.lienket.problem.ProblemException;

/** Counts the steps of a process, as far as the user who is signed in has insight into them. */
@Repository
@Transactional(readOnly = true)
public class Steps {

    private record Version(String definition, int number) {}

    /**
     * Days are few whole numbers: counted by their value first, so that nothing is sorted; a percentile is the least value up to which
     * enough passages are.
     */
    private static final String COUNTED = """
            with done as (
                select f.step, f.working_days as days, f.term_days as term, count(*) as n, max(f.step_name collate "C") as name
                from lienket.task_fact f
                where f.process = :process and f.channel = any (:channels) and f.ended_at >= :from and f.ended_at < :to
                    and not f.cancelled
                    and (:version::text is null or f.definition = :version) and (:own::text[] is null or f.organisation = any (:own))
                group by 1, 2, 3),
            days as (
                select step, days, sum(n) over (partition by step order by days) as upto, sum(n) over (partition by step) as n
                from (select step, days, sum(n) as n from done where days is not null group by 1, 2) d),
            terms as (
                select step, term, sum(n) over (partition by step order by term) as upto, sum(n) over (partition by step) as n
                from (select step, term, sum(n) as n from done where term is not null group by 1, 2) t),
            passed as (
                select step, max(name) as name, sum(n) as passages, coalesce(sum(n) filter (where days > term), 0) as late,
                    (select min(d.days) from days d where d.step = done.step and d.upto >= 0.5 * d.n) as median,
                    (select min(d.days) from days d where d.step = done.step and d.upto >= 0.9 * d.n) as p90,
                    (select min(t.term) from terms t where t.step = done.step and t.upto >= 0.5 * t.n) as term
                from done group by step),
            waiting as (
                select f.step, max(f.step_name collate "C") as name, count(*) as open, count(*) filter (where f.due_at < :now and not exists (
                    select from lienket.case_clock c where c.case_code = f.case_code and c.resumed_at is null)) as overdue
                from lienket.task_fact f
                where f.process = :process and f.channel = any (:channels) and f.ended_at is null
                    and (:version::text is null or f.definition = :version) and (:own::text[] is null or f.organisation = any (:own))
                group by f.step)
            select step, coalesce(p.name, w.name) as name, coalesce(p.passages, 0) as passages, p.median, p.p90, p.term,
                coalesce(p.late, 0) as late, coalesce(w.open, 0) as open, coalesce(w.overdue, 0) as overdue
            from passed p full join waiting w using (step)
            order by coalesce(p.name, w.name) collate "vi-x-icu", step""";

    private final JdbcClient jdbc;
    private final Insight insight;
    private final WorkKinds processes;
    private final Clock clock;

    Steps(JdbcClient jdbc, Insight insight, WorkKinds processes, Clock clock) {
        this.jdbc = jdbc;
        this.insight = insight;
        this.processes = processes;
        this.clock = clock;
    }

    /** Key of a process with tasks → its name; 403 for who has no insight. */
    public Map<String, String> processes() {
        insight.of();
        return processes.all();
    }

    /**
     * What was done in a period, and what waits now. 403 for who has no insight, 404 for a process or a version that is not there.
     *
     * @param asked key of the process; null for the one with most open tasks
     * @param version null for all, drawn on the newest
     * @param channel null for all
     */
    public StepFigures of(String asked, Integer version, String channel, Instant from, Instant to) {
        Insight.Scope scope = insight.of();
        String[] channels = scope.channels().stream()
                .filter(each -> channel == null || each.equals(channel))
                .toArray(String[]::new);
        Map<String, String> names = processes.all();
        String process = asked == null ? busiest(names.keySet(), channels, scope) : asked;
        String name = names.get(process);
        if (name == null) {
            throw ProblemException.notFound("Không có quy trình này (process) trong các quy trình có việc cho người.");
        }
        List<Version> versions = versions(process);
        Version drawn = versions.stream()
                .filter(each -> version == null || each.number() == version)
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.notFound("Quy trình “%s” không có phiên bản này (version).".formatted(name)));
        List<StepFigures.Step> steps = jdbc.sql(COUNTED)
                .param("process", process)
                .param("channels", channels)
                .param("own", scope.lineIds())
                .param("version", version == null ? null : drawn.definition())
                .param("from", Moments.of(from))
                .param("to", Moments.of(to))
                .param("now", Moments.of(clock.instant()))
                .query((row, number) -> new StepFigures.Step(
                        row.getString("step"),
                        row.getString("name"),
                        row.getLong("passages"),
                        row.getObject("median", Integer.class),
                        row.getObject("p90", Integer.class),
                        row.getObject("term", Integer.class),
                        row.getLong("late"),
                        row.getLong("open"),
                        row.getLong("overdue")))
                .list();
        return new StepFigures(
                process,
                name,
                drawn.definition(),
                drawn.number(),
                versions.stream().map(Version::number).toList(),
                steps);
    }

    /** The first by name if nothing is open. */
    private String busiest(Set<String> known, String[] channels, Insight.Scope scope) {
        return jdbc.sql("""
                        select process from lienket.task_fact f
                        where f.ended_at is null and f.channel = any (:channels) and f.process = any (:known)
                            and (:own::text[] is null or f.organisation = any (:own))
                        group by process order by count(*) desc, process limit 1""")
                .param("channels", channels)
                .param("known", known.toArray(String[]::new))
                .param("own", scope.lineIds())
                .query(String.class)
                .optional()
                .orElseGet(() -> known.iterator().next());
    }

    private List<Version> versions(String process) {
        return jdbc.sql("select id_, version_ from act_re_procdef where key_ = ? order by version_ desc")
                .param(process)
                .query((row, number) -> new Version(row.getString("id_"), row.getInt("version_")))
                .list();
    }
}
