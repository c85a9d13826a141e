package vn.lienket.notification;

import java.time.Instant;
import vn.lienket.cases.TaskOpened;

/** A task that somebody is told of, as it has reached a stage of the deadline ladder. */
public record DueTask(TaskOpened task, int stage) {

    boolean isPast(Instant now) {
        return !task.due().isAfter(now);
    }
}
