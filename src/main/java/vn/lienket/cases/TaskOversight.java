package vn.lienket.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.lienket.party.Person;

/** What the user who is signed in may do with the work of others; a module publishes it as a bean. */
public interface TaskOversight {

    /**
     * The open tasks of a case that he oversees.
     *
     * @return task id → to whom it may be given, ordered by id
     */
    Map<String, List<Person>> receivers(String caseCode);

    /**
     * Whether he may remind of a task, and give it to others.
     *
     * @param assignee user id, or null
     * @param groups ids of those who may take it
     */
    boolean oversees(String assignee, Collection<String> groups);

    /** What he himself has just done with a task, in a sentence; null if nothing. */
    String done(String taskId);
}
