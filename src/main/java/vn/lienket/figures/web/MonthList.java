package vn.lienket.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a month.
 *
 * @param month {@code yyyy-MM}
 * @param countedTo the last day that is counted
 * @param total of all items
 */
record MonthList(String month, LocalDate countedTo, List<Item> items, Item total) {

    /**
     * What {@link vn.lienket.figures.MonthCount} counts, with the names that people know.
     *
     * @param rate 0 to 100, or null if nothing came to its result
     */
    record Item(
            String organisation,
            String organisationName,
            String channel,
            String channelName,
            String kind,
            String kindName,
            String field,
            String fieldName,
            int received,
            int carriedOver,
            int early,
            int onTime,
            int late,
            int inProgress,
            int overdue,
            int paused,
            int withdrawn,
            int declined,
            BigDecimal rate) {}
}
