package vn.lienket.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What became of the cases in a month, as it was known at its end: the same whenever it is asked for.
 *
 * @param countedTo the last day that is counted: that of the month, or, while it is not over, today
 * @param over whether the month is
 */
public record MonthFigures(YearMonth month, LocalDate countedTo, boolean over, List<MonthCount> counts) {

    public MonthFigures {
        counts = List.copyOf(counts);
    }

    /** Of all organisations, channels, kinds and fields. */
    public MonthCount all() {
        return counts.stream().reduce(MonthCount.none(), MonthCount::plus);
    }
}
