package vn.lienket.cases;

import java.time.Instant;

/**
 * One time a case's processing clock stood still.
 *
 * @param organisation whose calendar counts
 * @param to when it ran again, or null while it stands
 * @param workingDays how many working days it stood, or null while it stands
 */
public record ClockStop(String organisation, Instant from, Instant to, Integer workingDays) {}
