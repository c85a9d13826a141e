package vn.lienket.calendar;

import java.time.LocalDate;

/**
 * The last day of a period counted in working days.
 *
 * @param provisional the count passed through a year whose days off have not been announced, so the date may still change
 */
public record Deadline(LocalDate date, boolean provisional) {}
