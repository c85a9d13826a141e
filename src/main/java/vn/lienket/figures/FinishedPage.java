package vn.lienket.figures;

import java.util.List;

/**
 * A page of finished cases, the last that ended first.
 *
 * @param next what the next page comes after, or null for the last one
 * @param total number of cases in all pages, or {@value FinishedCases#MAX_TOTAL} if there are more
 * @param totalIsLowerBound whether there are more than the total says
 */
public record FinishedPage(List<FinishedCase> items, String next, long total, boolean totalIsLowerBound) {

    public FinishedPage {
        items = List.copyOf(items);
    }
}
