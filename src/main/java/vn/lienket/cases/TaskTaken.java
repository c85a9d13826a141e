package vn.lienket.cases;

/**
 * An open task was taken from its worker by another person, who gave it to somebody or back to the group.
 *
 * @param task the task with its new assignee, or none
 * @param from user id of the former worker
 * @param by user id
 * @param note what he says to it, or null
 */
public record TaskTaken(TaskOpened task, String from, String by, String note) {}
