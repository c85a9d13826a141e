package vn.lienket.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.party.DirectoryApplied;

/** What waits for the daily mails of those who do not want it at once. */
@Repository
class LaterMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    LaterMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Something that waits.
     *
     * @param taskId of the task it is about, or null
     * @param total how many of its kind it is one
     */
    record Later(MailKind kind, String caseCode, String taskId, String subject, int total) {}

    /** Keeps what would have been written at once; the same event once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(String person, Notice notice) {
        jdbc.sql("""
                        insert into lienket.mail_later (person, event, kind, case_code, task_id, subject, noted_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (person, event) do nothing""")
                .params(
                        person,
                        notice.event(),
                        notice.kind().name(),
                        notice.caseCode(),
                        notice.taskId(),
                        notice.subject(),
                        Moments.of(clock.instant()))
                .update();
    }

    /** For whom something waits. */
    Set<String> people() {
        return jdbc.sql("select distinct person from lienket.mail_later where told_at is null")
                .query(String.class)
                .set();
    }

    /** Takes all that waits for a person, of each kind the first so many; tasks that are done are not worth a word. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Later> take(String person, int most) {
        return jdbc.sql("""
                        with taken as (
                            update lienket.mail_later set told_at = :now where person = :person and told_at is null returning *),
                        told as (
                            select l.*, count(*) over (partition by kind) as total,
                                row_number() over (partition by kind order by noted_at, event) as place
                            from taken l
                            where task_id is null or exists (select from act_ru_task t where t.id_ = l.task_id))
                        select * from told where place <= :most order by kind desc, place""")
                .param("now", Moments.of(clock.instant()))
                .param("person", person)
                .param("most", most)
                .query(LaterMails::map)
                .list();
    }

    /** Nobody writes any more to who has left. */
    @EventListener
    void on(DirectoryApplied applied) {
        jdbc.sql("delete from lienket.mail_later where person = any (?)")
                .param(applied.disabledPeople().toArray(String[]::new))
                .update();
    }

    private static Later map(ResultSet row, int number) throws SQLException {
        return new Later(
                MailKind.valueOf(row.getString("kind")),
                row.getString("case_code"),
                row.getString("task_id"),
                row.getString("subject"),
                row.getInt("total"));
    }
}
