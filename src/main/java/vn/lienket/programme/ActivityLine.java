package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An activity in the list of its agreement.
 *
 * @param percent of the newest progress report, or null
 * @param latestValue of the indicator, or null
 */
public record ActivityLine(
        String caseCode,
        ActivityState state,
        String cooperationField,
        String title,
        String leadOrganisation,
        String partnerOrganisation,
        LocalDate startDate,
        LocalDate endDate,
        String indicatorName,
        String indicatorUnit,
        BigDecimal indicatorTarget,
        Direction indicatorDirection,
        BigDecimal baseline,
        LocalDate closedOn,
        int items,
        int itemsDone,
        Integer percent,
        BigDecimal latestValue) {}
