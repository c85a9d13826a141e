package vn.lienket.cases;

import java.time.Instant;
import java.util.List;

/** What becomes of a user task of a case, in the transaction of the step; told of every one, whoever or whatever does it. */
public sealed interface TaskStep {

    String taskId();

    /**
     * There is one more.
     *
     * @param process its key
     * @param definition id of the version of the process
     * @param step as the model calls the task, e.g. {@code Task_ReviewDraft}
     * @param assignee user id or null
     * @param groups ids of the candidate groups
     * @param due or null
     */
    record Begun(
            String taskId,
            String caseCode,
            String channel,
            String process,
            String definition,
            String step,
            String name,
            String assignee,
            List<String> groups,
            Instant at,
            Instant due)
            implements TaskStep {

        public Begun {
            groups = List.copyOf(groups);
        }
    }

    /** It may have another worker, due date, name or version of its process. */
    record Changed(String taskId, String definition, String name, String assignee, Instant at, Instant due)
            implements TaskStep {}

    /**
     * It is over.
     *
     * @param completed false for one that was taken away undone
     * @param by id of the user who did that, or null if it was nobody
     */
    record Ended(String taskId, Instant at, boolean completed, String by) implements TaskStep {}
}
