package vn.lienket.consulting;

import vn.lienket.rule.Verification;

/**
 * What {@code Decision_MaturityLevel} says.
 *
 * @param level code of a level of the framework
 * @param verification null where a person says it
 */
public record LevelRule(String level, String levelName, String citation, Verification verification) {}
