package vn.lienket.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.database.Moments;

/**
 * The processing clocks of the cases: each runs until it is stopped (statuses 5, 6 and 8). Whole days are counted: the working days
 * after the day of the stop, up to and including the day of resuming, so a case has as many left as it had when it was stopped.
 */
@Repository
public class CaseClocks {

    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseClocks(Deadlines deadlines, JdbcClient jdbc, Clock clock) {
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stops the clock of a case, to be counted by the organisation's calendar; false for a stopped clock, which stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stop(String caseCode, String organisation) {
        deadlines.requireCalendar(organisation);
        return jdbc.sql("""
                        insert into lienket.case_clock (case_code, organisation, stopped_at) values (?, ?, ?)
                        on conflict (case_code) where resumed_at is null do nothing""")
                        .params(caseCode, organisation, Moments.of(clock.instant()))
                        .update()
                == 1;
    }

    /** Lets the clock run again and returns the working days it stood; 0 for a running clock, of several callers for all but one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int resume(String caseCode) {
        return jdbc.sql("select * from lienket.case_clock where case_code = ? and resumed_at is null for update")
                .param(caseCode)
                .query(CaseClocks::map)
                .optional()
                .map(stop -> resume(caseCode, stop))
                .orElse(0);
    }

    /** Whether the clock of a case stands still. */
    public boolean stopped(String caseCode) {
        return jdbc.sql("select exists (select from lienket.case_clock where case_code = ? and resumed_at is null)")
                .param(caseCode)
                .query(Boolean.class)
                .single();
    }

    /** Every stop of a case, the oldest first. */
    public List<ClockStop> stops(String caseCode) {
        return jdbc.sql("select * from lienket.case_clock where case_code = ? order by id")
                .param(caseCode)
                .query(CaseClocks::map)
                .list();
    }

    private int resume(String caseCode, ClockStop stop) {
        Instant now = clock.instant();
        int workingDays = deadlines.workingDaysBetween(stop.organisation(), day(stop.from()), day(now));
        // the clock of another node may be behind the one that stopped it
        jdbc.sql("""
                        update lienket.case_clock set resumed_at = greatest(stopped_at, ?), working_days = ?
                        where case_code = ? and resumed_at is null""").params(Moments.of(now), workingDays, caseCode).update();
        return workingDays;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Deadlines.ZONE);
    }

    private static ClockStop map(ResultSet row, int number) throws SQLException {
        return new ClockStop(
                row.getString("organisation"),
                Moments.in(row, "stopped_at"),
                Moments.in(row, "resumed_at"),
                row.getObject("working_days", Integer.class));
    }
}
