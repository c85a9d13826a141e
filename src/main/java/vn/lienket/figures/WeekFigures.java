package vn.lienket.figures;

import java.time.LocalDate;

/**
 * The cases of a week.
 *
 * @param from its Monday
 * @param received opened in it
 * @param finished ended in it, one way or another
 * @param late of these, those that came late to their result
 */
public record WeekFigures(LocalDate from, int received, int finished, int late) {}
