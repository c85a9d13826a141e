package vn.lienket.figures;

import java.time.Instant;
import java.util.List;

/**
 * An open task with what holds it up.
 *
 * @param kind the module's word for its case
 * @param process key
 * @param step id in the model
 * @param organisation id of whose work it is, or null
 * @param lead id of the organisation that leads the case
 * @param assignee user id, or null
 * @param owner user id of in whose place the assignee does it, or null
 * @param groups ids of those who may take it
 * @param due or null
 * @param pausedSince when the clock of its case was stopped, or null while that runs
 * @param mailFailed whether a mail of its case could not be delivered
 * @param jobFailed whether another job of its case failed
 */
public record ListedTask(
        String taskId,
        String caseCode,
        String title,
        String kind,
        String process,
        String step,
        String stepName,
        String organisation,
        String lead,
        String assignee,
        String owner,
        List<String> groups,
        Instant since,
        Instant due,
        Instant pausedSince,
        boolean mailFailed,
        boolean jobFailed) {

    public ListedTask {
        groups = List.copyOf(groups);
    }
}
