package vn.lienket.engine;

/** An open task has become due later, in the transaction that moved it. */
public record DueDateMoved(String taskId) {}
