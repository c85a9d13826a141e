package vn.lienket.incident;

import java.util.List;

/**
 * One page of what is stuck, newest first.
 *
 * @param total number in all pages, or 1,000 if there are more
 * @param totalIsLowerBound whether there are more than the total says
 * @param maxTimes how often a job may be tried again at most
 */
public record IncidentPage(
        List<Incident> items, int page, int size, long total, boolean totalIsLowerBound, long maxTimes) {}
