package vn.lienket.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import vn.lienket.calendar.Deadlines;

/**
 * A quarter of the calendar, as days are counted in Vietnam.
 *
 * @param from its first day
 * @param to its last day
 */
public record Quarter(LocalDate from, LocalDate to) {

    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV");

    /** IllegalArgumentException for any other time than a whole quarter. */
    public Quarter {
        if (!isQuarter(from, to)) {
            throw new IllegalArgumentException("No quarter: %s to %s".formatted(from, to));
        }
    }

    /** Whether these are the first and the last day of a quarter. */
    public static boolean isQuarter(LocalDate from, LocalDate to) {
        return from.getDayOfMonth() == 1
                && (from.getMonthValue() - 1) % 3 == 0
                && to.equals(from.plusMonths(3).minusDays(1));
    }

    /** The one that this day is in. */
    public static Quarter of(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        return new Quarter(first, first.plusMonths(3).minusDays(1));
    }

    /** The last one that is over on this day. */
    public static Quarter lastBefore(LocalDate day) {
        return of(day).previous();
    }

    /** The one before. */
    public Quarter previous() {
        return of(from.minusDays(1));
    }

    /** E.g. {@code quý III năm 2026}. */
    public String label() {
        return "quý %s năm %d".formatted(NUMERALS.get(from.get(IsoFields.QUARTER_OF_YEAR) - 1), from.getYear());
    }

    /** When it begins. */
    public Instant start() {
        return from.atStartOfDay(Deadlines.ZONE).toInstant();
    }

    /** When it is over: what happens from then on is not of this quarter. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(Deadlines.ZONE).toInstant();
    }
}
