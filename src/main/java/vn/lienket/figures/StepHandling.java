package vn.lienket.figures;

/**
 * How long a step took those who completed it, in working days of their organisations.
 *
 * @param completed how often
 * @param median half of them took no longer
 * @param most nine in ten took no longer
 * @param term what the last one was given, or null
 */
public record StepHandling(
        String process,
        String processName,
        String step,
        String stepName,
        int completed,
        int median,
        int most,
        Integer term) {}
