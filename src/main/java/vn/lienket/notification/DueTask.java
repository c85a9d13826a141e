package vn.lienket.notification;

import vn.lienket.cases.TaskOpened;

/** A task that somebody is told of, as it has reached a stage of the deadline ladder. */
public record DueTask(TaskOpened task, int stage) {}
