package vn.lienket.assignment;

/**
 * Somebody who oversees it reminds of an open task.
 *
 * @param sentence who reminds whom of what
 */
public record WorkReminded(String taskId, String sentence) {}
