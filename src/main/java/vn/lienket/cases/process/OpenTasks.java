package vn.lienket.cases.process;

import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.database.Moments;

/** The open tasks of a case in one statement; the caller has checked that the user may see the case. */
@Component
public class OpenTasks {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the next task of each of these cases is due; a case without one is missing. */
    public Map<String, OffsetDateTime> nextDue(Collection<String> caseCodes) {
        Map<String, OffsetDateTime> due = new HashMap<>();
        jdbc.sql("""
                        select e.business_key_, min(t.due_date_) as due_date_ from act_ru_execution e
                        join act_ru_task t on t.proc_inst_id_ = e.id_
                        where e.business_key_ = any (?) and e.parent_id_ is null
                        group by e.business_key_ having min(t.due_date_) is not null""").param(caseCodes.toArray(String[]::new)).query(row -> {
            due.put(row.getString("business_key_"), inVietnam(Moments.inEngine(row, "due_date_")));
        });
        return due;
    }

    private static OffsetDateTime inVietnam(Instant instant) {
        return instant == null ? null : instant.atZone(VIETNAM).toOffsetDateTime();
    }

    /** Oldest first. */
    public List<OpenTask> of(String caseCode) {
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_,
                            case when t.delegation_ = 'PENDING' then t.owner_ end as absentee,
                            array_agg(l.group_id_ order by l.group_id_) as groups
                        from act_ru_execution e
                        join act_ru_task t on t.proc_inst_id_ = e.id_
                        left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where e.business_key_ = ? and e.parent_id_ is null
                        group by t.id_ order by t.create_time_, t.id_""")
                .param(caseCode)
                .query((row, number) -> {
                    Array groups = row.getArray("groups");
                    return new OpenTask(
                            row.getString("id_"),
                            row.getString("task_def_key_"),
                            row.getString("name_"),
                            row.getString("assignee_"),
                            row.getString("absentee"),
                            Arrays.stream((String[]) groups.getArray())
                                    .filter(Objects::nonNull)
                                    .toList(),
                            inVietnam(Moments.inEngine(row, "due_date_")));
                })
                .list();
    }
}
