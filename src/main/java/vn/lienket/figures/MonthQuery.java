package vn.lienket.figures;

import java.time.YearMonth;
import java.util.List;

/**
 * Which figures of a month.
 *
 * @param channels ids of those that may be counted
 * @param organisation id of who leads the cases, with those from whom it has taken over, or null
 * @param kind the module's word in the register, or null
 * @param field code, {@link #NO_FIELD}, or null
 */
public record MonthQuery(YearMonth month, List<String> channels, String organisation, String kind, String field) {

    /** In the place of a field's code: the cases in none or in several. */
    public static final String NO_FIELD = "-";

    public MonthQuery {
        channels = List.copyOf(channels);
    }
}
