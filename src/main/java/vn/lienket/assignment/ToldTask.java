package vn.lienket.assignment;

import java.time.Instant;
import vn.lienket.cases.TaskOpened;

/**
 * An open task that has reached a stage of the ladder.
 *
 * @param from the stage that was told before, 0 for none
 * @param at when it was noted
 */
record ToldTask(TaskOpened task, int from, int stage, Instant at) {}
