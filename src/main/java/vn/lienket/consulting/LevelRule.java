package vn.lienket.consulting;

/**
 * What {@code Decision_MaturityLevel} says.
 *
 * @param level code of a level of the framework
 */
public record LevelRule(String level, String levelName, String citation) {}
