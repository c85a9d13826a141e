package vn.lienket.engine;

/** The node has started, or has run for another day: time to clear up. On every node, in no transaction; whoever hears of it is idempotent. */
public record EachDay() {}
