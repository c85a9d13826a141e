package vn.lienket.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.cases.TaskAct;
import vn.lienket.cases.TaskOpened;
import vn.lienket.database.Moments;

/**
 * The open tasks of the cases, read from the engine's tables, and what has been told of them. That is noted in the task's own row, so
 * that it ends with the task and an index on the due date can leave out what has been told.
 */
@Repository
class OpenWork implements SmartInitializingSingleton {

    /** Not yet told at a stage, or of another due date. The number is written out: a parameter would keep the index from being used. */
    private static final String UNTOLD =
            "(t.lienket_told_due is distinct from t.due_date_ or t.lienket_told_stage < %d)";

    /** Open tasks of a table that is like the engine's. */
    static final String TASK = """
            select t.id_, t.name_, d.key_, t.tenant_id_, t.assignee_, t.due_date_, e.business_key_,
                array(select l.group_id_ from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                    order by l.group_id_) as groups
            from %s t join act_ru_execution e on e.id_ = t.proc_inst_id_
            join act_re_procdef d on d.id_ = t.proc_def_id_
            """;

    private static final String OPEN = "where t.suspension_state_ = 1 and e.business_key_ is not null";

    private static final String TOLD_SO_FAR = "case when t.lienket_told_due is not distinct from t.due_date_"
            + " then coalesce(t.lienket_told_stage, 0) else 0 end";

    private static final String TOLD = TASK.formatted("act_ru_task")
            .replaceFirst(
                    "select ",
                    "select t.lienket_told_from, t.lienket_told_stage, t.lienket_told_at, %s as told, "
                            .formatted(TOLD_SO_FAR));

    /** @param kind key of the process from whose work the person is away, or null: from all */
    record Away(String person, String kind) {}

    private final JdbcClient jdbc;
    private final int height;

    @Autowired
    OpenWork(JdbcClient jdbc, Ladder ladder) {
        this(jdbc, ladder.height());
    }

    /** @param height how many stages there are */
    OpenWork(JdbcClient jdbc, int height) {
        this.jdbc = jdbc;
        this.height = height;
    }

    /** Adds to the engine's table what is needed here; once, for a change of a table waits for everybody at work on it. */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("""
                        do $$
                        declare earlier text;
                        begin
                            if to_regclass('lienket_task_untold_%1$d') is null then
                                alter table act_ru_task
                                    add column if not exists lienket_told_stage integer,
                                    add column if not exists lienket_told_due timestamp,
                                    add column if not exists lienket_told_from integer,
                                    add column if not exists lienket_told_at timestamptz;
                                for earlier in select indexname from pg_indexes
                                    where tablename = 'act_ru_task' and indexname like 'lienket\\_task\\_untold%%'
                                loop
                                    execute 'drop index ' || quote_ident(earlier);
                                end loop;
                                create index if not exists lienket_task_untold_%1$d on act_ru_task (due_date_) where %2$s;
                                create index if not exists lienket_task_told on act_ru_task (lienket_told_at)
                                    where lienket_told_at is not null;
                            end if;
                        end
                        $$""".formatted(height, untold(height).replace("t.", ""))).update();
    }

    /**
     * The tasks that are due at {@code to} at the latest and have not been told of at this stage, with this due date, held until the
     * transaction ends. A case whose processing clock stands still has none. A task that somebody else has in hand, another node or a
     * person at work on it, is left for the next time.
     */
    List<ToldTask> untold(int stage, Instant to, Instant now) {
        return jdbc.sql(findingUntold(stage))
                .param("to", Moments.ofEngine(to))
                .query((row, number) -> new ToldTask(map(row, number), row.getInt("told"), stage, now))
                .list();
    }

    static String findingUntold(int stage) {
        return TOLD + """
                where t.id_ = any (array(
                    select t.id_ from act_ru_task t
                    where t.due_date_ <= :to and %s
                        and t.suspension_state_ = 1
                        and exists (
                            select from act_ru_execution e
                            where e.id_ = t.proc_inst_id_ and e.business_key_ is not null
                                and not exists (
                                    select from lienket.case_clock c
                                    where c.case_code = e.business_key_ and c.resumed_at is null))
                    for update of t skip locked))
                order by t.due_date_, t.id_
                """.formatted(untold(stage));
    }

    private static String untold(int stage) {
        return UNTOLD.formatted(stage);
    }

    /** Notes that these, all of one stage, are told of at it. */
    void note(List<ToldTask> tasks) {
        if (!tasks.isEmpty()) {
            jdbc.sql("""
                            update act_ru_task t set lienket_told_from = %s, lienket_told_stage = :stage,
                                lienket_told_due = due_date_, lienket_told_at = :at
                            where id_ = any (:tasks)""".formatted(TOLD_SO_FAR))
                    .param("stage", tasks.get(0).stage())
                    .param("at", Moments.of(tasks.get(0).at()))
                    .param(
                            "tasks",
                            tasks.stream().map(told -> told.task().taskId()).toArray(String[]::new))
                    .update();
        }
    }

    /** The open tasks that have been noted since then, are due as they were, and whose clock does not stand still; by due date. */
    List<ToldTask> notedSince(Instant since) {
        return jdbc.sql(TOLD + """
                        where t.lienket_told_at >= :since and t.lienket_told_due = t.due_date_ and t.suspension_state_ = 1
                            and not exists (
                                select from lienket.case_clock c
                                where c.case_code = e.business_key_ and c.resumed_at is null)
                        order by t.due_date_, t.id_""")
                .param("since", Moments.of(since))
                .query((row, number) -> new ToldTask(
                        map(row, number),
                        row.getInt("lienket_told_from"),
                        row.getInt("lienket_told_stage"),
                        Moments.in(row, "lienket_told_at")))
                .list();
    }

    /**
     * The tasks of people from which they are away, ordered by id.
     *
     * @param after the last id of the batch before, "" for the first
     */
    List<TaskOpened> of(Collection<Away> away, String after, int limit) {
        return jdbc.sql(TASK.formatted("act_ru_task") + """
                        where t.assignee_ = any (:people) and t.id_ > :after
                            and exists (
                                select from unnest(:people, :kinds) as away (person, kind)
                                where away.person = t.assignee_ and (away.kind is null or away.kind = d.key_))
                            and t.suspension_state_ = 1 and e.business_key_ is not null
                        order by t.id_ limit :limit""")
                .param("people", away.stream().map(Away::person).toArray(String[]::new))
                .param("kinds", away.stream().map(Away::kind).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(OpenWork::map)
                .list();
    }

    /** The task, if it is open. */
    Optional<TaskOpened> find(String taskId) {
        return jdbc.sql(TASK.formatted("act_ru_task") + OPEN + " and t.id_ = :task")
                .param("task", taskId)
                .query(OpenWork::map)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<TaskOpened> hold(String taskId) {
        return jdbc.sql(TASK.formatted("act_ru_task") + OPEN + " and t.id_ = :task for update of t")
                .param("task", taskId)
                .query(OpenWork::map)
                .optional();
    }

    /** Those of these tasks that are open. */
    List<TaskOpened> of(Collection<String> taskIds) {
        return jdbc.sql(TASK.formatted("act_ru_task") + OPEN + " and t.id_ = any (:tasks)")
                .param("tasks", taskIds.toArray(String[]::new))
                .query(OpenWork::map)
                .list();
    }

    /** Those of a case, ordered by id. */
    List<TaskOpened> of(String caseCode) {
        return jdbc.sql(TASK.formatted("act_ru_task") + OPEN + " and e.business_key_ = :case order by t.id_")
                .param("case", caseCode)
                .query(OpenWork::map)
                .list();
    }

    /** What a person has done with a task beside its work since then, the last of it in a sentence. */
    Optional<String> lastRemark(String taskId, String by, Instant since) {
        return jdbc.sql("""
                        select convert_from(full_msg_, 'UTF8') from act_hi_comment
                        where task_id_ = :task and user_id_ = :by and action_ = any (:acts) and time_ >= :since
                        order by time_ desc limit 1""")
                .param("task", taskId)
                .param("by", by)
                .param(
                        "acts",
                        Arrays.stream(TaskAct.values()).map(TaskAct::name).toArray(String[]::new))
                .param("since", Moments.ofEngine(since))
                .query(String.class)
                .optional();
    }

    /** How often somebody has been reminded of a task since then. */
    long reminders(String taskId, Instant since) {
        return jdbc.sql("""
                        select count(*) from act_hi_comment
                        where task_id_ = :task and action_ = :act and time_ >= :since""")
                .param("task", taskId)
                .param("act", TaskAct.REMINDED.name())
                .param("since", Moments.ofEngine(since))
                .query(Long.class)
                .single();
    }

    static TaskOpened map(ResultSet row, int number) throws SQLException {
        return new TaskOpened(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("key_"),
                row.getString("business_key_"),
                row.getString("tenant_id_"),
                row.getString("assignee_"),
                List.of((String[]) row.getArray("groups").getArray()),
                Moments.inEngine(row, "due_date_"));
    }
}
