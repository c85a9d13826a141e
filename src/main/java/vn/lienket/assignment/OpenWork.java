package vn.lienket.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;
import vn.lienket.engine.TaskOpened;

/** The open tasks of the cases, read from the engine's tables in batches, and what has been told of them. */
@Repository
class OpenWork {

    private static final String TASK = """
            select t.id_, t.name_, t.tenant_id_, t.assignee_, t.due_date_, e.business_key_,
                array(select l.group_id_ from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                    order by l.group_id_) as groups
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The tasks that are due after {@code from}, at {@code to} at the latest, and have not reached the stage yet; afterwards they
     * have. A case whose processing clock stands still has none. A task which another node notes at the same time is left to that node.
     */
    List<TaskOpened> note(Stage stage, Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        with noted as (
                            insert into lienket.task_notice (task_id, stage, at)
                            select t.id_, :stage, :now::timestamptz
                            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            where t.due_date_ > :from and t.due_date_ <= :to
                                and t.suspension_state_ = 1 and e.business_key_ is not null
                                and not exists (
                                    select from lienket.case_clock c
                                    where c.case_code = e.business_key_ and c.resumed_at is null)
                                and not exists (
                                    select from lienket.task_notice n where n.task_id = t.id_ and n.stage = :stage)
                            order by t.due_date_ limit :limit
                            on conflict do nothing
                            returning task_id)
                        """ + TASK + "where t.id_ in (select task_id from noted) order by t.due_date_, t.id_")
                .param("stage", stage.id())
                .param("now", Moments.of(clock.instant()))
                .param("from", Moments.ofEngine(from))
                .param("to", Moments.ofEngine(to))
                .param("limit", limit)
                .query(OpenWork::map)
                .list();
    }

    /**
     * The tasks of these people, ordered by id.
     *
     * @param after the last id of the batch before, "" for the first
     */
    List<TaskOpened> of(Collection<String> people, String after, int limit) {
        return jdbc.sql(TASK + """
                        where t.assignee_ = any (:people) and t.id_ > :after
                            and t.suspension_state_ = 1 and e.business_key_ is not null
                        order by t.id_ limit :limit""")
                .param("people", people.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(OpenWork::map)
                .list();
    }

    /** Forgets what was told of a task. */
    void forget(String taskId) {
        jdbc.sql("delete from lienket.task_notice where task_id = ?")
                .param(taskId)
                .update();
    }

    /** Forgets what was told of tasks that are done. */
    void prune() {
        jdbc.sql(
                        "delete from lienket.task_notice n where not exists (select from act_ru_task t where t.id_ = n.task_id)")
                .update();
    }

    private static TaskOpened map(ResultSet row, int number) throws SQLException {
        return new TaskOpened(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("business_key_"),
                row.getString("tenant_id_"),
                row.getString("assignee_"),
                List.of((String[]) row.getArray("groups").getArray()),
                Moments.inEngine(row, "due_date_"));
    }
}
