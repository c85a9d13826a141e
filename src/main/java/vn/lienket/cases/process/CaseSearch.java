package vn.lienket.cases.process;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossier;
import vn.lienket.database.Moments;
import vn.lienket.database.Plans;
import vn.lienket.database.SearchText;
import vn.lienket.party.Succession;

/**
 * The register of all cases with what is to be done in each. There is no copy of the tasks: the engine's own tables are read.
 *
 * <p>Counts first, because the count tells the better way to the page. Where little is found, all of it is fetched by whatever indexes
 * find it, and sorted. Where much is, the first rows along the index of each channel are soon together; but of people, of late and of
 * paused cases there are never many beside those that have ended, so these are fetched and sorted too.
 */
@Repository
public class CaseSearch {

    /** The total is counted so far. */
    public static final int MAX_TOTAL = 1000;

    private static final String STANDING =
            "d.code in (select c.case_code from lienket.case_clock c where c.resumed_at is null)";

    /** Found from the tasks of the channels. */
    private static final String HAS_TASK = """
            d.code in (
                select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where t.tenant_id_ = any (:channels) and e.business_key_ is not null and %s)""";

    /** Looked up in each row: where many are known to fit, no plan is to look for all of them first. */
    private static final String LOOKED_UP = "exists (select from %s and %s offset 0)";

    private static final String TASKS_OF_ROW =
            "act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_ where e.business_key_ = d.code";

    private static final String LATE = "t.due_date_ < :now";

    private static final String DOSSIERS = "lienket.dossier d";

    /** With the most urgent task of each. */
    private static final String WITH_DUE = """
            (select d.*, t.due, t.task from lienket.dossier d left join lateral (
                select t.due_date_ as due, t.id_ as task
                from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                where e.business_key_ = d.code and t.due_date_ is not null order by 1, 2 limit 1) t on true) d""";

    private static final String WITH_TASK = """
            (select distinct e.business_key_ as code from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            where t.tenant_id_ = any (:channels) and %s offset 0) l
            join lienket.dossier d on d.code = l.code""";

    private static final String WITH_STANDING_CLOCK = """
            (select c.case_code as code from lienket.case_clock c where c.resumed_at is null offset 0) l
            join lienket.dossier d on d.code = l.code""";

    private static final String ALONG_OPENING = """
            (select d.* from lienket.dossier d
            where d.channel = c.channel and d.closed = %s%s and %s order by %s limit :last)""";

    private static final String ALONG_DUE = """
            select d.*, t.due_date_ as due, t.id_ as task
            from act_ru_task t cross join lateral (
                select d.* from act_ru_execution e join lienket.dossier d on d.code = e.business_key_
                where e.id_ = t.proc_inst_id_ and not exists (
                    select from act_ru_execution oe join act_ru_task o on o.proc_inst_id_ = oe.id_
                    where oe.business_key_ = e.business_key_ and (o.due_date_, o.id_) < (t.due_date_, t.id_))
                and %s offset 0) d
            where t.tenant_id_ = c.channel and %s order by %s limit :last""";

    private static final String OF_EACH_CHANNEL =
            "(select d.* from unnest(:channels) c (channel) cross join lateral (%s) d) d";

    /** The rows of one page, and then what is to be done in each of them. */
    private static final String PAGE = """
            with page as materialized (
                select d.*, row_number() over () as place
                from (select d.* from %s order by %s limit :size offset :offset) d)
            select page.*, clock.stopped_at, task.earliest, task.steps, task.assignees, task.groups
            from page
            left join lienket.case_clock clock on clock.case_code = page.code and clock.resumed_at is null
            left join lateral (
                select min(t.due_date_) as earliest,
                    array_agg(distinct t.name_) filter (where t.name_ is not null) as steps,
                    array_agg(distinct t.assignee_) filter (where t.assignee_ is not null) as assignees,
                    array_agg(distinct l.group_id_) filter (where l.group_id_ is not null) as groups
                from act_ru_execution e
                join act_ru_task t on t.proc_inst_id_ = e.id_
                left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and t.assignee_ is null
                where e.business_key_ = page.code) task on true
            order by page.place""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page; planned for these very words, which may be in every title or in none. */
    @Transactional(readOnly = true)
    public FoundCases find(CaseQuery query) {
        Plans.ofTheseValues(jdbc);
        List<String> patterns = SearchText.patterns(jdbc, query.text());
        Map<String, Object> values = values(query, patterns);
        String where = where(query, patterns, false);
        String standing = ends(query).entrySet().stream()
                .map(end -> "d.closed = %s%s".formatted(end.getKey(), end.getValue()))
                .collect(Collectors.joining(" or ", " and (", ")"));
        String late = query.state() == CaseStanding.LATE ? " and " + HAS_TASK.formatted(LATE) : "";
        String all = where + standing + late;
        long found = count(DOSSIERS + " where " + all, values, MAX_TOTAL + 1);
        boolean more = found > MAX_TOTAL;
        CaseOrder order = query.order();
        CaseOrder opening = order.isByDue() ? CaseOrder.NEWEST : order;
        List<FoundCase> items;
        if (!more) {
            String of = order.isByDue() ? WITH_DUE : DOSSIERS;
            items = page("(select d.* from %s where %s offset 0) d".formatted(of, all), order, values);
        } else if (order.isByDue() && query.state() != CaseStanding.CLOSED) {
            items = alongDue(query, where(query, patterns, true) + standing, values);
        } else if (fewest(query) != null) {
            items = page(
                    "(select d.* from %s where %s) d".formatted(fewest(query), where(query, patterns, true) + standing),
                    opening,
                    values);
        } else if (order.isByCode()) {
            items = page(
                    "(select d.* from %s where %s) d".formatted(DOSSIERS, where(query, patterns, true) + standing),
                    order,
                    values);
        } else {
            items = page(alongOpening(query, where(query, patterns, true), opening), opening, values);
        }
        return new FoundCases(items, Math.min(found, MAX_TOTAL), more);
    }

    /** The one case with this code, as a page would list it, if it is of one of these channels. */
    public Optional<FoundCase> find(String caseCode, Collection<String> channels) {
        Map<String, Object> values =
                Map.of("code", caseCode, "channels", channels.toArray(String[]::new), "size", 1, "offset", 0);
        String rows = "(select d.* from %s where d.code = :code and d.channel = any (:channels)) d".formatted(DOSSIERS);
        return page(rows, CaseOrder.NEWEST, values).stream().findFirst();
    }

    /** Where to begin if it is known that few cases have what is asked for; else null. */
    private static String fewest(CaseQuery query) {
        if (query.assignee() != null) {
            return WITH_TASK.formatted("t.assignee_ = :assignee");
        }
        if (query.state() == CaseStanding.LATE) {
            return WITH_TASK.formatted(LATE);
        }
        return query.state() == CaseStanding.PAUSED ? WITH_STANDING_CLOCK : null;
    }

    /** First those with a deadline; behind them the others. */
    private List<FoundCase> alongDue(CaseQuery query, String where, Map<String, Object> values) {
        boolean late = query.state() == CaseStanding.LATE;
        String due = late ? LATE : "t.due_date_ is not null";
        String rows = OF_EACH_CHANNEL.formatted(
                ALONG_DUE.formatted(where, due, query.order().ofTasks()));
        List<FoundCase> items = new ArrayList<>(page(rows, query.order(), values));
        int missing = late ? 0 : query.size() - items.size();
        if (missing > 0) {
            String withTask = HAS_TASK.formatted(due);
            long before = count("%s where %s and %s".formatted(DOSSIERS, where, withTask), values, Integer.MAX_VALUE);
            Map<String, Object> rest = new HashMap<>(values);
            rest.put("size", missing);
            rest.put("offset", Math.max(0, offset(query) - before));
            items.addAll(page(
                    "(select d.* from %s where %s and not %s) d".formatted(DOSSIERS, where, withTask),
                    CaseOrder.NEWEST,
                    rest));
        }
        return items;
    }

    private String alongOpening(CaseQuery query, String where, CaseOrder order) {
        return OF_EACH_CHANNEL.formatted(ends(query).entrySet().stream()
                .map(end -> ALONG_OPENING.formatted(end.getKey(), end.getValue(), where, order.sql()))
                .collect(Collectors.joining(" union all ")));
    }

    private List<FoundCase> page(String rows, CaseOrder order, Map<String, Object> values) {
        return jdbc.sql(PAGE.formatted(rows, order.sql()))
                .params(values)
                .query(CaseSearch::map)
                .list();
    }

    private long count(String rows, Map<String, Object> values, int limit) {
        return jdbc.sql("select count(*) from (select from %s limit :limit) found".formatted(rows))
                .params(values)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> values(CaseQuery query, List<String> patterns) {
        Map<String, Object> values = new HashMap<>();
        values.put("channels", query.channels().toArray(String[]::new));
        values.put("kind", query.kind());
        values.put("status", query.status());
        values.put("organisation", query.organisation());
        values.put("assignee", query.assignee());
        values.put("from", Moments.of(query.from()));
        values.put("to", Moments.of(query.to()));
        values.put("now", Moments.ofEngine(clock.instant()));
        values.put("size", query.size());
        values.put("offset", offset(query));
        values.put("last", offset(query) + query.size());
        IntStream.range(0, patterns.size()).forEach(i -> values.put("pattern" + i, patterns.get(i)));
        return values;
    }

    private static long offset(CaseQuery query) {
        return (long) query.page() * query.size();
    }

    /** @param lookedUp whether texts and tasks are looked up in each row */
    private static String where(CaseQuery query, List<String> patterns, boolean lookedUp) {
        List<String> conditions = new ArrayList<>();
        conditions.add("d.channel = any (:channels)");
        add(conditions, query.kind(), "d.kind = :kind");
        add(conditions, query.status(), "d.status = :status");
        add(conditions, query.organisation(), "d.lead_organisation = any (%s)".formatted(Succession.LINE));
        add(conditions, query.from(), "d.opened_at >= :from");
        add(conditions, query.to(), "d.opened_at < :to");
        String assigned = "t.assignee_ = :assignee";
        add(
                conditions,
                query.assignee(),
                lookedUp ? LOOKED_UP.formatted(TASKS_OF_ROW, assigned) : HAS_TASK.formatted(assigned));
        if (!patterns.isEmpty()) {
            String like = IntStream.range(0, patterns.size())
                    .mapToObj("x.search_text like :pattern%d"::formatted)
                    .collect(Collectors.joining(" and "));
            conditions.add(
                    lookedUp
                            ? LOOKED_UP.formatted("lienket.dossier_text x where x.code = d.code", like)
                            : "d.code in (select x.code from lienket.dossier_text x where %s)".formatted(like));
        }
        return String.join(" and ", conditions);
    }

    private static void add(List<String> conditions, Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    /** Whether such cases have ended, and what else must be true of those that have and of those that have not. */
    private static Map<Boolean, String> ends(CaseQuery query) {
        String standing = " and " + STANDING;
        String running = " and not " + STANDING;
        if (query.state() == null) {
            return Map.of(false, "", true, "");
        }
        return switch (query.state()) {
            case OPEN -> Map.of(false, "");
            case PAUSED -> Map.of(false, standing);
            case CLOSED -> Map.of(true, "");
            case LATE -> Map.of(false, running, true, running);
        };
    }

    private static FoundCase map(ResultSet row, int number) throws SQLException {
        Dossier dossier = new Dossier(
                row.getString("code"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("channel"),
                row.getString("lead_organisation"),
                CaseStatus.of(row.getInt("status")),
                row.getBoolean("closed"),
                row.getString("opened_by"),
                Moments.in(row, "opened_at"),
                Moments.in(row, "changed_at"));
        return new FoundCase(
                dossier,
                list(row, "steps"),
                list(row, "assignees"),
                list(row, "groups"),
                Moments.inEngine(row, "earliest"),
                dossier.closed() ? null : Moments.in(row, "stopped_at"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
