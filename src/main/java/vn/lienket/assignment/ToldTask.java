package vn.lienket.assignment;

import java.time.Instant;
import java.util.List;
import vn.lienket.cases.TaskOpened;
import vn.lienket.notification.DueTask;

/**
 * An open task that has reached a stage of the ladder.
 *
 * @param from the stage that was told before, 0 for none
 * @param at when it was noted
 */
record ToldTask(TaskOpened task, int from, int stage, Instant at) {

    /** As the mails have them. */
    static List<DueTask> due(List<ToldTask> tasks) {
        return tasks.stream()
                .map(told -> new DueTask(told.task(), told.stage()))
                .toList();
    }
}
