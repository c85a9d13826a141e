package vn.lienket.enterprise;

import java.util.List;

/**
 * One page of enterprises, by tax code.
 *
 * @param page from 0
 * @param total number of enterprises in all pages, or {@value Enterprises#MAX_TOTAL} if there are more
 * @param totalIsLowerBound whether there are more than the total says
 */
public record EnterprisePage(List<Enterprise> items, int page, int size, long total, boolean totalIsLowerBound) {}
