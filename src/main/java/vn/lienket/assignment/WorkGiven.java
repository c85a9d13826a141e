package vn.lienket.assignment;

/**
 * Somebody who oversees it gives an open task to another person.
 *
 * @param assignee user id, or null: back to the group
 * @param note what he says to it, or null
 */
public record WorkGiven(String taskId, String assignee, String note) {}
