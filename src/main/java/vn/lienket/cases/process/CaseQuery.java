package vn.lienket.cases.process;

import java.time.Instant;
import java.util.Collection;

/**
 * Which cases to find; null stands for all.
 *
 * @param channels those the user may see
 * @param text beginnings of words of the code, the title or the keywords, see {@link vn.lienket.database.SearchText}
 * @param status 1 to 10
 * @param organisation the leading one
 * @param assignee user id of somebody who has an open task of the case
 * @param from when it was opened at the earliest
 * @param to before when it was opened
 * @param page from 0
 */
public record CaseQuery(
        Collection<String> channels,
        String text,
        String kind,
        Integer status,
        String organisation,
        CaseStanding state,
        String assignee,
        Instant from,
        Instant to,
        CaseOrder order,
        int page,
        int size) {}
