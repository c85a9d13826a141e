package vn.lienket.assignment;

import java.util.Collection;
import java.util.Map;

/** The open work that one module has given to people; a module that gives work by {@link Experts} publishes it as a bean. */
@FunctionalInterface
public interface Workload {

    /**
     * How much open work each of these people has, the work given in this transaction included.
     *
     * @return person id → number; who has none may be missing
     */
    Map<String, Integer> openWork(Collection<String> people);
}
