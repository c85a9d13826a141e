package vn.lienket.figures;

/**
 * The open tasks of a step that are an organisation's work.
 *
 * @param process its key
 * @param kind of the cases in which they are, as the register calls it, or null
 * @param step id of the task in the model
 * @param organisation id, or null while it is nobody's
 * @param open all of them
 * @param due in time until the end of this week
 * @param late due before now, and the clock of the case runs
 * @param paused the clock of the case stands still
 */
public record StepWork(
        String process,
        String processName,
        String kind,
        String step,
        String stepName,
        String organisation,
        String organisationName,
        int open,
        int due,
        int late,
        int paused) {}
