package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One page of indicators, by field and then the newest activity first.
 *
 * @param total number of activities in all pages
 */
record IndicatorList(List<Item> items, int page, int size, long total) {

    /**
     * The indicator of an activity.
     *
     * @param field code of its field of cooperation
     * @param organisation id of the one that leads the activity
     * @param reached whether the newest of the values is as good as the target; null without one
     * @param values those of the period that was asked for, by the day on which they were measured, corrected ones too
     */
    record Item(
            String field,
            String fieldName,
            String organisation,
            String organisationName,
            String partnerOrganisation,
            String partnerOrganisationName,
            String name,
            String unit,
            String kind,
            String kindName,
            String direction,
            String directionName,
            BigDecimal target,
            BigDecimal baseline,
            LocalDate baselineDate,
            String baselineSource,
            String baselineDoubt,
            Boolean reached,
            String caseCode,
            String title,
            String channel,
            List<ActivityView.ValueView> values) {}
}
