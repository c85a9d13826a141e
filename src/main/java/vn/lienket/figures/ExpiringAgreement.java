package vn.lienket.figures;

import java.time.LocalDate;

/**
 * An agreement in force at the end of a quarter that comes to its last day soon after.
 *
 * @param renewal case code of the one that was opened by then to follow it, or null
 */
public record ExpiringAgreement(
        String caseCode,
        String title,
        String leadName,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String renewal) {}
