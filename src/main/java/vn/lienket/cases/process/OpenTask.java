package vn.lienket.cases.process;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An open user task of a case, as {@code /api/v1} shows it.
 *
 * @param assignee user id or null
 * @param onBehalfOf user id of the person in whose place the assignee does it, or null
 * @param due end of its last working day (+07:00), or null
 */
public record OpenTask(
        String id,
        String taskDefinitionKey,
        String name,
        String assignee,
        String onBehalfOf,
        List<String> candidateGroups,
        OffsetDateTime due) {}
