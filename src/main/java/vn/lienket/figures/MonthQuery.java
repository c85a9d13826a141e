package vn.lienket.figures;

import java.time.YearMonth;
import java.util.List;

/**
 * Which figures of a month.
 *
 * @param channels ids of those that may be counted
 * @param organisation id of who leads the cases, with those from whom it has taken over, or null
 * @param lead id of who leads them, itself, or null
 * @param kind the module's word in the register, or null
 * @param field code, or {@link #NO_FIELD}, or null for all
 */
public record MonthQuery(
        YearMonth month, List<String> channels, String organisation, String lead, String kind, String field) {

    /** Only cases that are in no field of cooperation, or in several. */
    public static final String NO_FIELD = "-";

    public MonthQuery {
        channels = List.copyOf(channels);
    }
}
