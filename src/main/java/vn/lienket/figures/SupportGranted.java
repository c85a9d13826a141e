package vn.lienket.figures;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Support to an enterprise that was decided in a quarter; money in VND.
 *
 * @param rate 0 to 1
 */
public record SupportGranted(
        String caseCode,
        String enterpriseName,
        String supportKindName,
        long eligibleCost,
        BigDecimal rate,
        long amount,
        LocalDate decidedOn) {}
