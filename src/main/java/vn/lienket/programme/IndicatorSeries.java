package vn.lienket.programme;

import java.util.List;
import java.util.Optional;

/**
 * The indicator of an activity with the values that were asked for.
 *
 * @param values by the day on which they were measured, corrected ones too
 */
public record IndicatorSeries(
        String caseCode,
        String title,
        String channel,
        String cooperationField,
        String leadOrganisation,
        String partnerOrganisation,
        ActivityIndicator indicator,
        List<IndicatorValue> values) {

    /** The value measured last that nothing corrects. */
    public Optional<IndicatorValue> newest() {
        return IndicatorValue.newest(values);
    }

    IndicatorSeries with(List<IndicatorValue> series) {
        return new IndicatorSeries(
                caseCode, title, channel, cooperationField, leadOrganisation, partnerOrganisation, indicator, series);
    }
}
