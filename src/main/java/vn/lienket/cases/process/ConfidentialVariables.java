package vn.lienket.cases.process;

import java.util.Set;

/**
 * Names of form fields that the engine's history, which everybody of a channel may read, does not keep: they stand in the module's
 * tables only. A module publishes them as a bean.
 */
public record ConfidentialVariables(Set<String> names) {}
