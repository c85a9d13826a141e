package vn.lienket.figures;

import java.time.Instant;
import vn.lienket.figures.FinishedCase.Outcome;

/**
 * Which finished cases to find; null stands for all.
 *
 * @param text beginnings of words of the code, the title or the keywords, see {@link vn.lienket.database.SearchText}
 * @param organisation the leading one, its predecessors included
 * @param from when it came to its end at the earliest
 * @param to before when it came to its end
 * @param after the code of the last case of the page before
 * @param size 1 to 200
 */
public record FinishedQuery(
        String channel,
        String text,
        String kind,
        String organisation,
        Outcome outcome,
        Instant from,
        Instant to,
        String after,
        int size) {}
