package vn.lienket.calendar;

import java.time.LocalDate;
import java.util.Map;

/** Which days an organisation works, and counting in them. A year that is missing counts Monday to Friday and is provisional. */
record WorkingCalendar(Map<Integer, WorkingYear> years) {

    WorkingCalendar {
        years = Map.copyOf(years);
    }

    boolean isWorkingDay(LocalDate day) {
        return year(day).isWorkingDay(day);
    }

    /** Whether the day lies in a year without a notice. */
    boolean isProvisional(LocalDate day) {
        return !year(day).announced();
    }

    /**
     * The {@code n}-th working day after {@code from}, which itself is not counted. {@code n} = 0 is {@code from} if that is a
     * working day, else the next one; a negative {@code n} is an IllegalArgumentException.
     */
    Deadline plus(LocalDate from, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("A deadline cannot be counted backwards: " + n + " working days");
        }
        LocalDate day = n == 0 ? from : from.plusDays(1);
        boolean provisional = false;
        for (int left = Math.max(n, 1); ; day = day.plusDays(1)) {
            provisional |= isProvisional(day);
            if (isWorkingDay(day) && --left == 0) {
                return new Deadline(day, provisional);
            }
        }
    }

    /**
     * The working days after {@code from} up to and including {@code to}: the inverse of {@link #plus}. Zero if {@code to} is not
     * after {@code from}.
     */
    int workingDaysBetween(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private WorkingYear year(LocalDate day) {
        return years.getOrDefault(day.getYear(), WorkingYear.UNKNOWN);
    }
}
