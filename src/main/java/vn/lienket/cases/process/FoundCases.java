package vn.lienket.cases.process;

import java.util.List;

/**
 * One page of the register.
 *
 * @param total number of cases in all pages, or {@value CaseSearch#MAX_TOTAL} if there are more
 * @param totalIsLowerBound whether there are more than the total says
 */
public record FoundCases(List<FoundCase> items, long total, boolean totalIsLowerBound) {}
