package vn.lienket.cases.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TaskAct;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;

/**
 * What the engine's history knows of a case: tasks that were completed, and by whom for whom, what was remarked on them, how they were
 * handed over and who was reminded of them.
 */
@Component
class TaskHistory implements TimelineSource {

    private final JdbcClient jdbc;

    TaskHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        return Stream.concat(completed(dossier.code()).stream(), remarks(dossier.code()).stream())
                .toList();
    }

    private List<TimelineEntry> completed(String caseCode) {
        return jdbc.sql("""
                        select t.name_, t.assignee_, t.owner_, t.end_time_, (
                            select min(o.user_id_) from act_hi_op_log o
                            where o.task_id_ = t.id_ and o.entity_type_ = 'Task' and o.operation_type_ = 'Complete') as by
                        from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                        where p.business_key_ = ? and t.delete_reason_ = 'completed'""")
                .param(caseCode)
                .query((row, number) -> {
                    String by = row.getString("by");
                    return new TimelineEntry(
                            Moments.inEngine(row, "end_time_"),
                            Kind.TASK,
                            "Hoàn thành: " + row.getString("name_"),
                            by == null ? CurrentUser.SYSTEM : by,
                            by == null ? null : inWhosePlace(by, row.getString("assignee_"), row.getString("owner_")),
                            null);
                })
                .list();
    }

    /** Of the assignee, if somebody else has done his task; else of the person whose task he has done as a substitute. */
    static String inWhosePlace(String by, String assignee, String owner) {
        String other = by.equals(assignee) ? owner : assignee;
        return by.equals(other) ? null : other;
    }

    private List<TimelineEntry> remarks(String caseCode) {
        return jdbc.sql("""
                        with found as (
                            select c.* from act_hi_procinst p join act_hi_comment c on c.proc_inst_id_ = p.id_
                            where p.business_key_ = :caseCode
                            union
                            select c.* from act_hi_procinst p
                            join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                            join act_hi_comment c on c.task_id_ = t.id_
                            where p.business_key_ = :caseCode)
                        select found.time_, found.user_id_, found.action_, t.name_,
                            convert_from(found.full_msg_, 'UTF8') as words
                        from found left join act_hi_taskinst t on t.id_ = found.task_id_
                        where found.type_ = 'comment' and found.full_msg_ is not null""")
                .param("caseCode", caseCode)
                .query((row, number) -> remark(row))
                .list();
    }

    private static TimelineEntry remark(ResultSet row) throws SQLException {
        Optional<TaskAct> act = TaskAct.of(row.getString("action_"));
        String by = row.getString("user_id_");
        String task = row.getString("name_");
        return TimelineEntry.of(
                Moments.inEngine(row, "time_"),
                act.isPresent() ? Kind.TASK : Kind.COMMENT,
                act.map(done -> "%s: %s".formatted(done.label(), task)).orElse("Ý kiến"),
                by == null && act.isPresent() ? CurrentUser.SYSTEM : by,
                row.getString("words"));
    }
}
