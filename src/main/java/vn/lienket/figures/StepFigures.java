package vn.lienket.figures;

import java.util.List;

/**
 * How the steps of a process were done, and where cases wait in it now.
 *
 * @param definition id of the version that the figures are drawn on
 * @param versions numbers, the newest first
 */
public record StepFigures(
        String process, String name, String definition, int version, List<Integer> versions, List<Step> steps) {

    public StepFigures {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }

    /**
     * A step; days are working days, null where nothing was counted.
     *
     * @param passages how often it was done in the period
     * @param termDays the median of what was given
     * @param late how many of the passages took longer than was given
     * @param open how many tasks wait now
     * @param overdue how many of these are due and in no case whose clock stands
     */
    public record Step(
            String step,
            String name,
            long passages,
            Integer medianDays,
            Integer p90Days,
            Integer termDays,
            long late,
            long open,
            long overdue) {}
}
