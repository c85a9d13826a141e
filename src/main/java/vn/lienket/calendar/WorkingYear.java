package vn.lienket.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a calendar says about one year.
 *
 * @param announced whether the year's notice is out
 */
record WorkingYear(boolean announced, Set<LocalDate> daysOff, Set<LocalDate> workedSaturdays) {

    /** A year of which nothing is known: Monday to Friday. */
    static final WorkingYear UNKNOWN = new WorkingYear(false, Set.of(), Set.of());

    WorkingYear {
        daysOff = Set.copyOf(daysOff);
        workedSaturdays = Set.copyOf(workedSaturdays);
    }

    boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? workedSaturdays.contains(day) : !daysOff.contains(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
