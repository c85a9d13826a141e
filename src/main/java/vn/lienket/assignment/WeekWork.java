package vn.lienket.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.cases.TaskOpened;
import vn.lienket.database.Moments;

/**
 * How much work is open, and the first of it: counted by the database for all who have it or may take it alike, so that what is read
 * depends on how many people there are, not on how many tasks.
 */
@Repository
class WeekWork {

    /** A paused case has nothing overdue. */
    private static final String WORK = """
            with work as materialized (
                select w.*, d.kind, case
                    when exists (select from lienket.case_clock c where c.case_code = d.code and c.resumed_at is null) then 'PAUSED'
                    when w.due_date_ <= :now then 'OVERDUE'
                    when w.due_date_ < :end then 'THIS_WEEK'
                    else 'LATER' end as standing
                from (%swhere t.suspension_state_ = 1) w join lienket.dossier d on d.code = w.business_key_)
            """.formatted(OpenWork.TASK.formatted("act_ru_task"));

    /** Where a task stands that is not paused and not later. */
    enum Standing {
        OVERDUE,
        THIS_WEEK
    }

    /**
     * How many tasks there are of one kind of case that the same people have or may take.
     *
     * @param assignee null if nobody has them
     */
    record Count(
            String assignee, List<String> groups, String kind, long open, long overdue, long thisWeek, long paused) {}

    /** One of the first tasks by due date that the same people have or may take. */
    record First(TaskOpened task, Standing standing) {}

    /** How many cases of a kind that an organisation leads stand still. */
    record Paused(String organisation, String kind, long cases) {}

    private final JdbcClient jdbc;

    WeekWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All open tasks; what is due before {@code end} is due this week. */
    List<Count> counts(Instant now, Instant end) {
        return jdbc.sql(WORK + """
                        select assignee_, groups, kind, count(*) as open,
                            count(*) filter (where standing = 'OVERDUE') as overdue,
                            count(*) filter (where standing = 'THIS_WEEK') as this_week,
                            count(*) filter (where standing = 'PAUSED') as paused
                        from work group by assignee_, groups, kind""")
                .param("now", Moments.ofEngine(now))
                .param("end", Moments.ofEngine(end))
                .query((row, number) -> new Count(
                        row.getString("assignee_"),
                        groups(row),
                        row.getString("kind"),
                        row.getLong("open"),
                        row.getLong("overdue"),
                        row.getLong("this_week"),
                        row.getLong("paused")))
                .list();
    }

    /** By due date the first so many of each standing that the same people have or may take. */
    List<First> first(int most, Instant now, Instant end) {
        return jdbc.sql(WORK + """
                        select * from (
                            select w.*, row_number() over (
                                partition by assignee_, groups, standing order by due_date_, id_) as place
                            from work w where standing in ('OVERDUE', 'THIS_WEEK')) w
                        where place <= :most order by due_date_, id_""")
                .param("now", Moments.ofEngine(now))
                .param("end", Moments.ofEngine(end))
                .param("most", most)
                .query((row, number) ->
                        new First(OpenWork.map(row, number), Standing.valueOf(row.getString("standing"))))
                .list();
    }

    List<Paused> paused() {
        return jdbc.sql("""
                        select d.lead_organisation, d.kind, count(*) as cases
                        from lienket.case_clock c join lienket.dossier d on d.code = c.case_code
                        where c.resumed_at is null group by d.lead_organisation, d.kind""")
                .query((row, number) ->
                        new Paused(row.getString("lead_organisation"), row.getString("kind"), row.getLong("cases")))
                .list();
    }

    private static List<String> groups(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("groups").getArray());
    }
}
