package vn.lienket.assignment;

/**
 * An open task changes hands because its assignee is away.
 *
 * @param from user id of who is away
 * @param assignee user id, or null: back to the group
 */
public record WorkHandedOver(String taskId, String from, String assignee) {}
