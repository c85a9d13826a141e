package vn.lienket.programme;

import java.time.LocalDate;

/**
 * What an activity is about, who does it with whom, and when; checked.
 *
 * @param agreement case code of the agreement in force that it belongs to
 * @param cooperationField code of a field of that agreement
 * @param startDate first day, within the agreement's term, as is the last
 */
public record ActivityTerms(
        String agreement,
        String cooperationField,
        String title,
        String channel,
        String leadOrganisation,
        String partnerOrganisation,
        LocalDate startDate,
        LocalDate endDate) {}
