package vn.lienket.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.database.Moments;

/**
 * Writes the facts anew from where they come from: the register of cases and the engine's history. A slice of cases at a time, each in
 * a transaction that lets nobody else write facts meanwhile, so that steps wait for one slice at most and none is overwritten with
 * what was read before it. Rows whose history has been cleared away stay.
 */
@Service
public class FactsRebuild {

    private static final int SLICE = 500;

    /**
     * What was done.
     *
     * @param cases how many were looked at
     * @param changed how many rows, of cases and of tasks, were missing or different
     */
    public record Rebuilt(int cases, int changed) {

        private Rebuilt plus(Rebuilt other) {
            return new Rebuilt(cases + other.cases, changed + other.changed);
        }
    }

    private record Derived(
            String task,
            @JsonProperty("case_code") String caseCode,
            String channel,
            String process,
            String definition,
            String step,
            String name,
            String organisation,
            String role,
            String assignee,
            Instant created,
            Instant due,
            Instant ended,
            boolean cancelled,
            Integer days,
            Integer term) {}

    private final JdbcClient jdbc;
    private final TaskFacts tasks;
    private final CaseFacts cases;
    private final ObjectMapper json;
    private final TransactionTemplate slice;

    FactsRebuild(
            JdbcClient jdbc,
            TaskFacts tasks,
            CaseFacts cases,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.cases = cases;
        this.json = json;
        this.slice = new TransactionTemplate(transactions);
    }

    /** Of all cases. */
    public Rebuilt all() {
        return rebuild("");
    }

    /** What an earlier version did not write is made up for at the first start. */
    @EventListener(ApplicationReadyEvent.class)
    void makeUp() {
        rebuild("and not exists (select from lienket.case_fact f where f.code = d.code)");
    }

    private Rebuilt rebuild(String condition) {
        Rebuilt all = new Rebuilt(0, 0);
        String last = "";
        List<String> codes;
        do {
            codes = jdbc.sql("select d.code from lienket.dossier d where d.code > :last %s order by d.code limit :slice"
                            .formatted(condition))
                    .param("last", last)
                    .param("slice", SLICE)
                    .query(String.class)
                    .list();
            if (!codes.isEmpty()) {
                all = all.plus(rebuild(codes));
                last = codes.get(codes.size() - 1);
            }
        } while (codes.size() == SLICE);
        return all;
    }

    /** Of these cases. */
    Rebuilt rebuild(Collection<String> codes) {
        return Objects.requireNonNull(slice.execute(status -> {
            jdbc.sql("lock table lienket.task_fact in share row exclusive mode").update();
            return new Rebuilt(codes.size(), write(derived(codes)) + cases.derive(codes));
        }));
    }

    /** Whose work a task was that has ended is no longer to be told from its groups once they have been passed on: that is kept. */
    private List<Derived> derived(Collection<String> codes) {
        return jdbc.sql("""
                        select t.id_, d.code, d.channel, t.proc_def_key_, t.proc_def_id_, t.task_def_key_, t.name_,
                            coalesce((select min(o.user_id_) from act_hi_op_log o
                                where o.task_id_ = t.id_ and o.entity_type_ = 'Task' and o.operation_type_ = 'Complete'),
                                t.assignee_) as assignee_,
                            t.start_time_, t.due_date_, t.end_time_, t.delete_reason_, d.lead_organisation, f.organisation, f.role,
                            case when t.end_time_ is null then array(
                                    select l.group_id_ from act_ru_identitylink l
                                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null order by 1)
                                else array(
                                    select distinct l.group_id_ from act_hi_identitylink l
                                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.operation_type_ = 'add'
                                        and l.group_id_ is not null order by 1) end as groups,
                            (select coalesce(sum(c.working_days), 0) from lienket.case_clock c
                                where c.case_code = d.code and c.stopped_at >= t.start_time_ and c.resumed_at <= t.end_time_) as stood
                        from lienket.dossier d
                        join act_hi_procinst p on p.business_key_ = d.code
                        join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                        left join lienket.task_fact f on f.task_id = t.id_
                        where d.code = any (:codes)""")
                .param("codes", codes.toArray(String[]::new))
                .query(this::derive)
                .list();
    }

    private Derived derive(ResultSet row, int number) throws SQLException {
        List<String> groups = List.of((String[]) row.getArray("groups").getArray());
        String assignee = row.getString("assignee_");
        Instant ended = Moments.inEngine(row, "end_time_");
        boolean completed = "completed".equals(row.getString("delete_reason_"));
        String known = ended == null ? null : row.getString("organisation");
        String own = known == null ? tasks.organisation(assignee, groups) : known;
        String organisation = own == null ? row.getString("lead_organisation") : own;
        Instant created = Moments.inEngine(row, "start_time_");
        Instant due = Moments.inEngine(row, "due_date_");
        TaskFacts.Span span = new TaskFacts.Span(organisation, created, due, row.getInt("stood"));
        return new Derived(
                row.getString("id_"),
                row.getString("code"),
                row.getString("channel"),
                row.getString("proc_def_key_"),
                row.getString("proc_def_id_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                organisation,
                known == null ? tasks.role(groups) : row.getString("role"),
                assignee,
                created,
                due,
                ended,
                ended != null && !completed,
                completed ? tasks.workingDays(span, ended) : null,
                completed ? tasks.workingDays(span, due) : null);
    }

    private int write(List<Derived> rows) {
        return jdbc.sql("""
                        insert into lienket.task_fact as f (task_id, case_code, channel, process, definition, step, step_name,
                            organisation, role, assignee, created_at, due_at, ended_at, cancelled, working_days, term_days)
                        select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (task text, case_code text, channel text,
                            process text, definition text, step text, name text, organisation text, role text, assignee text,
                            created timestamptz, due timestamptz, ended timestamptz, cancelled boolean, days integer, term integer)
                        on conflict (task_id) do update
                        set definition = excluded.definition, step_name = excluded.step_name,
                            organisation = excluded.organisation, role = excluded.role, assignee = excluded.assignee,
                            created_at = excluded.created_at, due_at = excluded.due_at, ended_at = excluded.ended_at,
                            cancelled = excluded.cancelled, working_days = excluded.working_days, term_days = excluded.term_days
                        where f is distinct from excluded""").param("rows", json(rows)).update();
    }

    private String json(List<Derived> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
