package vn.lienket.figures;

import java.util.List;

/**
 * Of what there is open work.
 *
 * @param organisations ids, in any order, as all of these
 * @param people user ids
 */
public record WorkChoices(List<String> channels, List<Step> steps, List<String> organisations, List<String> people) {

    /**
     * A user task of a model.
     *
     * @param process key
     */
    public record Step(String process, String id, String name) {}

    public WorkChoices {
        channels = List.copyOf(channels);
        steps = List.copyOf(steps);
        organisations = List.copyOf(organisations);
        people = List.copyOf(people);
    }
}
