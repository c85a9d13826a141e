package vn.lienket.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The programme of a year as it was opened with one request.
 *
 * @param agreement case code
 * @param activities in the order of their codes
 * @param skipped codes of the fields that had an open activity of that year already
 * @param openedBy user id
 */
public record ProgrammeOpening(
        UUID id,
        String agreement,
        String channel,
        int year,
        List<Opened> activities,
        List<String> skipped,
        String openedBy,
        Instant openedAt) {

    /** An activity of it. */
    public record Opened(String caseCode, String cooperationField) {}
}
