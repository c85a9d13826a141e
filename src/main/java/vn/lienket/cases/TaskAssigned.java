package vn.lienket.cases;

/**
 * An open task was given to somebody by another person (a claim for oneself is no such event).
 *
 * @param task the task with its new assignee
 * @param by user id, or null if the product did it
 * @param note what he says to it, or null
 */
public record TaskAssigned(TaskOpened task, String by, String note) {}
