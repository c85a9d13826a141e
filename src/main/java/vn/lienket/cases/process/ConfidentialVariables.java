package vn.lienket.cases.process;

import java.util.Set;

/**
 * What the engine's history, which everybody of a channel may read, does not keep: it stands in the module's tables only. A module
 * publishes it as a bean.
 *
 * @param names of form fields
 * @param processes keys of those of which nothing is kept: they belong to no channel, so that everybody could read of them
 */
public record ConfidentialVariables(Set<String> names, Set<String> processes) {}
