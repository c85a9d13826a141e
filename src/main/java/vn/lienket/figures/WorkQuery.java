package vn.lienket.figures;

import java.util.List;

/**
 * Which open tasks to list; null for what is not asked.
 *
 * @param channels ids, those of the user or one of them
 * @param organisations ids of one and of those from whom it has taken over
 * @param process key
 * @param step id in the model
 * @param person user id
 * @param text beginnings of words of the case's title, code or keywords
 * @param size how many at most
 */
public record WorkQuery(
        List<String> channels,
        List<String> organisations,
        String process,
        String step,
        String person,
        WorkReason reason,
        WorkState state,
        String text,
        WorkSort sort,
        boolean descending,
        int offset,
        int size) {

    public WorkQuery {
        channels = List.copyOf(channels);
        organisations = organisations == null ? null : List.copyOf(organisations);
    }
}
