package vn.lienket.maturity;

/**
 * What an answer means.
 *
 * @param value the answer, 0–5
 */
public record Meaning(int value, String text) {}
