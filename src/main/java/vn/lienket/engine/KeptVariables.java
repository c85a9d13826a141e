package vn.lienket.engine;

import java.util.Set;

/** Names of process variables that only a module's own delegates write; a module publishes them as a bean. */
public record KeptVariables(Set<String> names) {}
