package vn.lienket.programme;

import java.time.LocalDate;
import java.util.List;

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
        LocalDate endDate) {

    /** The two that take part, the lead first. */
    public List<String> parties() {
        return List.of(leadOrganisation, partnerOrganisation);
    }
}
