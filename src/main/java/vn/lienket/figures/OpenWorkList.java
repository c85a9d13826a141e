package vn.lienket.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.database.Moments;
import vn.lienket.database.Plans;
import vn.lienket.database.SearchText;
import vn.lienket.notification.MailProcess;
import vn.lienket.party.Absence;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

/** The open tasks of all cases, found by what holds them up. The caller sees to what the user may see. */
@Repository
@Transactional(readOnly = true)
public class OpenWorkList {

    /** How far tasks are counted. */
    public static final int MAX_TOTAL = 10_000;

    private static final String STANDING =
            "exists (select from lienket.case_clock c where c.case_code = f.case_code and c.resumed_at is null)";

    /** The open incidents, each with the case {@code r.business_key_} of its instance or of that which called it. */
    private static final String INCIDENT = """
            select r.business_key_ from act_ru_incident i
            join act_re_procdef d on d.id_ = i.proc_def_id_
            join act_ru_execution e on e.id_ = i.proc_inst_id_
            join act_ru_execution r on r.id_ = e.root_proc_inst_id_
            where i.id_ = i.root_cause_incident_id_ and r.business_key_ is not null and d.key_ %s :mails
            """;

    private static final String MAIL_FAILED = "f.case_code in (" + INCIDENT.formatted("=") + ")";
    private static final String JOB_FAILED = "f.case_code in (" + INCIDENT.formatted("<>") + ")";
    private static final String SUBSTITUTE =
            "exists (select from act_ru_task t where t.id_ = f.task_id and t.owner_ <> f.assignee)";

    private static final String ABSENT = """
            exists (select from unnest(:away::text[], :kinds::text[]) a (person, kind)
                where a.person = f.assignee and (a.kind is null or a.kind = f.process))
            """;

    private static final Map<WorkReason, String> REASONS = Map.of(
            WorkReason.SUPPLEMENT, STANDING,
            WorkReason.UNCLAIMED, "f.assignee is null",
            WorkReason.ABSENT, ABSENT,
            WorkReason.MAIL_FAILED, MAIL_FAILED,
            WorkReason.JOB_FAILED, JOB_FAILED,
            WorkReason.SUBSTITUTE, SUBSTITUTE,
            WorkReason.WORKING,
                    "f.assignee is not null and not "
                            + String.join(" and not ", STANDING, ABSENT, MAIL_FAILED, JOB_FAILED, SUBSTITUTE));

    private static final Map<WorkState, String> STATES = Map.of(
            WorkState.OPEN,
            "true",
            WorkState.LATE,
            "f.due_at < :now and not " + STANDING,
            WorkState.DUE,
            "f.due_at >= :now and f.due_at < :week and not " + STANDING,
            WorkState.PAUSED,
            STANDING);

    /** Names in their Vietnamese order, as numbers. */
    private static final String PLACES = """
            left join (select id, row_number() over (order by %2$s collate "vi-x-icu", id) as place from lienket.%1$s) %3$s
                on %3$s.id = f.%4$s
            """;

    /** The tasks are found by what is in an index, and only those of the page are read. */
    private static final String PAGE = """
            select f.*, d.title, d.kind, d.lead_organisation, t.owner_, c.stopped_at,
                array(select l.group_id_ from act_ru_identitylink l
                    where l.task_id_ = f.task_id and l.type_ = 'candidate' and l.group_id_ is not null
                    order by l.group_id_) as groups,
                exists (%3$s and r.business_key_ = f.case_code) as mail_failed,
                exists (%4$s and r.business_key_ = f.case_code) as job_failed
            from unnest(array(
                select f.task_id from lienket.task_fact f %1$s
                order by %2$s, f.task_id limit :size offset :offset)) with ordinality page (task_id, place)
            join lienket.task_fact f on f.task_id = page.task_id
            join lienket.dossier d on d.code = f.case_code
            left join act_ru_task t on t.id_ = f.task_id
            left join lienket.case_clock c on c.case_code = f.case_code and c.resumed_at is null
            order by page.place""";

    private static final String CHOICES = """
            select f.channel, f.process, f.step, max(f.step_name) as step_name, f.organisation, f.assignee
            from lienket.task_fact f %s
            group by grouping sets ((f.channel), (f.process, f.step), (f.organisation), (f.assignee))""";

    /** The conditions of a query, and what they name. */
    private static final class Conditions {

        private final List<String> parts =
                new ArrayList<>(List.of("f.ended_at is null", "f.channel = any (:channels)"));
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition) {
            parts.add(condition);
        }

        void add(String condition, String name, Object value) {
            if (value != null) {
                parts.add(condition);
                values.put(name, value);
            }
        }

        String where() {
            return "where " + String.join(" and ", parts);
        }
    }

    private final JdbcClient jdbc;
    private final Parties parties;
    private final MailProcess mails;
    private final StepNames names;
    private final Clock clock;

    OpenWorkList(JdbcClient jdbc, Parties parties, MailProcess mails, StepNames names, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.mails = mails;
        this.names = names;
        this.clock = clock;
    }

    /** The tasks from the query's offset on. */
    public List<ListedTask> page(WorkQuery query) {
        Conditions conditions = conditions(query);
        String sql = PAGE.formatted(
                places(query.sort()) + conditions.where(),
                order(query),
                INCIDENT.formatted("="),
                INCIDENT.formatted("<>"));
        return ask(sql, conditions)
                .param("mails", mails.key())
                .param("size", query.size())
                .param("offset", query.offset())
                .query(OpenWorkList::map)
                .list();
    }

    /** How many there are; of more than {@value #MAX_TOTAL} one more than that. */
    public int count(WorkQuery query) {
        Conditions conditions = conditions(query);
        return ask(
                        "select count(*) from (select from lienket.task_fact f %s limit :most) found"
                                .formatted(conditions.where()),
                        conditions)
                .param("mails", mails.key())
                .param("most", MAX_TOTAL + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * What can be asked for.
     *
     * @param channels ids
     * @param organisations ids, or null
     */
    public WorkChoices choices(List<String> channels, List<String> organisations) {
        Set<String> open = new TreeSet<>();
        Set<WorkChoices.Step> steps = new LinkedHashSet<>();
        Set<String> whose = new TreeSet<>();
        Set<String> people = new TreeSet<>();
        Map<String, Map<String, String>> named = names.all();
        Conditions conditions = visible(channels, organisations);
        ask(CHOICES.formatted(conditions.where()), conditions).query(row -> {
            add(open, row.getString("channel"));
            add(whose, row.getString("organisation"));
            add(people, row.getString("assignee"));
            String step = row.getString("step");
            if (step != null) {
                String process = row.getString("process");
                // a task may be called after what there is to do in its case
                String name = named.getOrDefault(process, Map.of()).getOrDefault(step, row.getString("step_name"));
                steps.add(new WorkChoices.Step(process, step, name));
            }
        });
        return new WorkChoices(List.copyOf(open), List.copyOf(steps), List.copyOf(whose), List.copyOf(people));
    }

    /** When the week is over in Vietnam. */
    public static Instant endOfWeek(Instant now) {
        return LocalDate.ofInstant(now, Deadlines.ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(Deadlines.ZONE)
                .toInstant();
    }

    private static void add(Set<String> ids, String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static Conditions visible(List<String> channels, List<String> organisations) {
        Conditions conditions = new Conditions();
        conditions.values.put("channels", channels.toArray(String[]::new));
        conditions.add(
                "f.organisation = any (:organisations)",
                "organisations",
                organisations == null ? null : organisations.toArray(String[]::new));
        return conditions;
    }

    private Conditions conditions(WorkQuery query) {
        Conditions conditions = visible(query.channels(), query.organisations());
        conditions.add("f.process = :process", "process", query.process());
        conditions.add("f.step = :step", "step", query.step());
        conditions.add("f.assignee = :person", "person", query.person());
        Instant now = clock.instant();
        conditions.values.put("now", Moments.of(now));
        conditions.values.put("week", Moments.of(endOfWeek(now)));
        conditions.add(STATES.get(query.state()));
        if (query.reason() != null) {
            conditions.add(REASONS.get(query.reason()));
            putAbsences(conditions);
        }
        List<String> words = new ArrayList<>();
        for (String pattern : SearchText.patterns(jdbc, query.text())) {
            String name = "word" + words.size();
            words.add("search_text like :" + name);
            conditions.values.put(name, pattern);
        }
        if (!words.isEmpty()) {
            conditions.add("f.case_code in (select code from lienket.dossier_text where %s)"
                    .formatted(String.join(" and ", words)));
        }
        return conditions;
    }

    /** Who is away today, and from what: from all without a kind. */
    private void putAbsences(Conditions conditions) {
        List<String> away = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        LocalDate today = LocalDate.now(clock.withZone(Deadlines.ZONE));
        for (Person person : parties.people()) {
            if (!person.active()) {
                away.add(person.id());
                kinds.add(null);
            }
            for (Absence absence : person.absences()) {
                if (absence.covers(today) && absence.kinds().isEmpty()) {
                    away.add(person.id());
                    kinds.add(null);
                }
                if (absence.covers(today)) {
                    absence.kinds().forEach(kind -> {
                        away.add(person.id());
                        kinds.add(kind);
                    });
                }
            }
        }
        conditions.values.put("away", away.toArray(String[]::new));
        conditions.values.put("kinds", kinds.toArray(String[]::new));
    }

    /** Where no clock stands still, what is late the longest is what was due first. */
    private static String order(WorkQuery query) {
        boolean running = query.state() == WorkState.LATE || query.state() == WorkState.DUE;
        WorkSort sort = query.sort() == WorkSort.LATE && running ? WorkSort.DUE : query.sort();
        return sort.order(query.descending());
    }

    private static String places(WorkSort sort) {
        return switch (sort) {
            case ORGANISATION -> PLACES.formatted("organisation", "short_name", "o", "organisation");
            case PERSON -> PLACES.formatted("person", "name", "p", "assignee");
            default -> "";
        };
    }

    private JdbcClient.StatementSpec ask(String sql, Conditions conditions) {
        Plans.ofTheseValuesAlone(jdbc);
        return jdbc.sql(sql).params(conditions.values);
    }

    private static ListedTask map(ResultSet row, int number) throws SQLException {
        return new ListedTask(
                row.getString("task_id"),
                row.getString("case_code"),
                row.getString("title"),
                row.getString("kind"),
                row.getString("process"),
                row.getString("step"),
                row.getString("step_name"),
                row.getString("organisation"),
                row.getString("lead_organisation"),
                row.getString("assignee"),
                row.getString("owner_"),
                List.of((String[]) row.getArray("groups").getArray()),
                Moments.in(row, "created_at"),
                Moments.in(row, "due_at"),
                Moments.in(row, "stopped_at"),
                row.getBoolean("mail_failed"),
                row.getBoolean("job_failed"));
    }
}
