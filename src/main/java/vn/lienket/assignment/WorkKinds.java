package vn.lienket.assignment;

import java.util.Map;

/** The kinds of work that people do. */
@FunctionalInterface
public interface WorkKinds {

    /** Key of a process with tasks for people → its name, ordered by name. */
    Map<String, String> all();
}
