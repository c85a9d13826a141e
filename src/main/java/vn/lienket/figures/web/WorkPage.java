package vn.lienket.figures.web;

import java.time.Instant;
import java.util.List;

/**
 * One page of open tasks.
 *
 * @param total number of tasks in all pages, or the most that are counted
 * @param totalIsLowerBound whether there are more than the total says
 */
record WorkPage(List<Item> items, int page, int size, int total, boolean totalIsLowerBound) {

    /**
     * An open task.
     *
     * @param groups names of those who may take it
     * @param state {@code open}, {@code late}, {@code due} or {@code paused}
     * @param daysLate in working days of the organisation, or null for what is not late
     * @param mayAct whether the user may remind of it and give it to others
     */
    record Item(
            String taskId,
            String caseCode,
            String title,
            String kind,
            String kindName,
            String process,
            String processName,
            String step,
            String stepName,
            String organisation,
            String organisationName,
            String assignee,
            String assigneeName,
            List<String> groups,
            Instant since,
            Instant due,
            String state,
            String stateName,
            Integer daysLate,
            List<Reason> reasons,
            boolean mayAct) {}

    /** What holds it up. */
    record Reason(String code, String sentence) {}
}
