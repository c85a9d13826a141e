package vn.lienket.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Service;

/**
 * Deadlines in the working days of an organisation's calendar; models call it as
 * {@code ${deadlines.inWorkingDays(leadOrganisation, 5)}}. Every method: IllegalArgumentException for an unknown organisation.
 */
@Service("deadlines")
public class Deadlines {

    /** In which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final WorkingCalendars calendars;
    private final Clock clock;

    Deadlines(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** 17:00 in Vietnam on the {@code days}-th working day after today; 0 means today or, on a day off, the next working day. */
    public Date inWorkingDays(String organisation, int days) {
        return inWorkingDays(organisation, LocalDate.now(clock.withZone(ZONE)), days);
    }

    /** As the other, counted from a day that is not over yet: from today, if that is later. */
    public Date inWorkingDays(String organisation, LocalDate from, int days) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        LocalDate date = deadline(organisation, from.isBefore(today) ? today : from, days)
                .date();
        return Date.from(date.atTime(END_OF_DAY).atZone(ZONE).toInstant());
    }

    /** The {@code days}-th working day after {@code from}; 0 means {@code from} or, on a day off, the next working day. */
    public Deadline deadline(String organisation, LocalDate from, int days) {
        return calendars.of(organisation).plus(from, days);
    }

    /** The working days after {@code from} up to and including {@code to}; 0 if {@code to} is not after {@code from}. */
    public int workingDaysBetween(String organisation, LocalDate from, LocalDate to) {
        return calendars.of(organisation).workingDaysBetween(from, to);
    }

    /** Refuses an organisation by whose calendar nothing can be counted. */
    public void requireCalendar(String organisation) {
        calendars.of(organisation);
    }

    /** Whether a due date lies in a year whose days off have not been announced, so that it may still change. */
    public boolean provisional(String organisation, LocalDate due) {
        return calendars.of(organisation).isProvisional(due);
    }
}
