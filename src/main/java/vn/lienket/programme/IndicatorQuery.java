package vn.lienket.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * Which indicators of activities are asked for; checked.
 *
 * @param channels only activities of these
 * @param field code of a field of cooperation, or null
 * @param organisation one that leads the activity or takes part in it, or null
 * @param from first day on which values were measured, or null; with a first or a last day, only activities that have such a value
 * @param to last day, or null
 */
public record IndicatorQuery(
        List<String> channels, String field, String organisation, LocalDate from, LocalDate to, int page, int size) {}
