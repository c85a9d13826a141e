package vn.lienket.enterprise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One entry in the history of an enterprise.
 *
 * @param revision which this change made, 1 for the enterprise's arrival
 * @param source {@code import}, {@code api}, or what the case that changed it says of itself
 * @param importId the import, or null
 * @param fileName of the import, or null
 * @param line in that file, or null
 */
public record EnterpriseChange(
        int revision,
        String changedBy,
        Instant changedAt,
        String source,
        UUID importId,
        String fileName,
        Integer line,
        List<FieldChange> changes) {

    /**
     * A field that changed.
     *
     * @param field as the API calls it, e.g. {@code enterpriseName}
     * @param label as users call it
     * @param from text, number, boolean, or null for none
     * @param to likewise
     */
    public record FieldChange(String field, String label, Object from, Object to) {}
}
