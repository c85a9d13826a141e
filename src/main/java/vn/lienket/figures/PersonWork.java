package vn.lienket.figures;

import java.time.LocalDate;

/**
 * The work of a person.
 *
 * @param open tasks that he has taken or was given
 * @param finished in the last four weeks
 * @param absentUntil the last day of the absence from all work that he has today, or null
 */
public record PersonWork(
        String person,
        String name,
        String organisation,
        String organisationName,
        int open,
        int late,
        int finished,
        LocalDate absentUntil) {}
