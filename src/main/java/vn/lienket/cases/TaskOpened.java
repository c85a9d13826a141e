package vn.lienket.cases;

import java.time.Instant;
import java.util.List;

/**
 * A user task exists, in the transaction that created it. Not told of a task without an assignee while its case,
 * opened in bulk, is quiet.
 *
 * @param process its key, e.g. {@code AgreementSigningProcess}
 * @param caseCode the dossier it belongs to
 * @param assignee user id or null
 * @param candidateGroups group ids, e.g. {@code binhduong-legal}
 * @param due end of the last working day, or null
 */
public record TaskOpened(
        String taskId,
        String name,
        String process,
        String caseCode,
        String channel,
        String assignee,
        List<String> candidateGroups,
        Instant due) {}
