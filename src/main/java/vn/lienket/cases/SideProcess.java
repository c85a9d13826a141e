package vn.lienket.cases;

/**
 * A process beside the cases: its tasks belong to one, but the case does not wait for them, and they say nothing of how it came out.
 *
 * @param key of its definition
 */
public record SideProcess(String key) {}
