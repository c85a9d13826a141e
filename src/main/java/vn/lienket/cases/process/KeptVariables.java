package vn.lienket.cases.process;

import java.util.Set;

/**
 * Names of variables that only a module's own delegates write in its processes; a module publishes them as a bean. Another module may
 * ask for a field of the same name.
 *
 * @param processes keys of process definitions
 */
public record KeptVariables(Set<String> processes, Set<String> names) {

    /** Whether it is a variable of one of these processes. */
    public boolean keeps(String process, String name) {
        return processes.contains(process) && names.contains(name);
    }
}
