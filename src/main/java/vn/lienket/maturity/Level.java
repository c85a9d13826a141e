package vn.lienket.maturity;

import java.math.BigDecimal;

/**
 * A level of maturity.
 *
 * @param id {@code level1} is the lowest
 * @param from the lowest overall score of the level, 0–100
 */
public record Level(String id, String name, BigDecimal from, String description) {}
