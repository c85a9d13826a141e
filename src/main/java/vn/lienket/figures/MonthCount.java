package vn.lienket.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The cases of a kind and a field of cooperation that an organisation leads in a channel, in a month. Those it began with and those it
 * received are those that came out one way or another and those still in work at its end, each counted once.
 *
 * @param field code, or null for cases in none or in several
 * @param received opened in it
 * @param carriedOver opened earlier and not ended when the month began
 * @param early came to their result on a day before their last task was due, none done after it was due
 * @param onTime came to their result otherwise, no task done after it was due
 * @param late came to their result, with a task that was done after it was due
 * @param inProgress in work at its end, nothing overdue
 * @param overdue in work at its end, with a task that was due before
 * @param paused their clock stood still at its end
 * @param declined not accepted, or stopped for good
 */
public record MonthCount(
        String organisation,
        String channel,
        String kind,
        String field,
        int received,
        int carriedOver,
        int early,
        int onTime,
        int late,
        int inProgress,
        int overdue,
        int paused,
        int withdrawn,
        int declined) {

    private static final int HUNDRED = 100;

    /** Of those that came to their result, how many did so in time: 0 to 100 with one decimal; null if none did. */
    public BigDecimal rate() {
        int done = early + onTime + late;
        return done == 0
                ? null
                : BigDecimal.valueOf((long) (early + onTime) * HUNDRED)
                        .divide(BigDecimal.valueOf(done), 1, RoundingMode.HALF_UP);
    }

    MonthCount plus(MonthCount other) {
        return new MonthCount(
                organisation,
                channel,
                kind,
                field,
                received + other.received,
                carriedOver + other.carriedOver,
                early + other.early,
                onTime + other.onTime,
                late + other.late,
                inProgress + other.inProgress,
                overdue + other.overdue,
                paused + other.paused,
                withdrawn + other.withdrawn,
                declined + other.declined);
    }

    static MonthCount none() {
        return new MonthCount(null, null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
