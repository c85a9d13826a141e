package vn.lienket.figures;

import java.util.Map;

/** What steps are called; a task of one may be called after what there is to do in its case. */
@FunctionalInterface
public interface StepNames {

    /** Key of a process → ids of its tasks for people in the model's order → their names, as the version deployed last has them. */
    Map<String, Map<String, String>> all();
}
