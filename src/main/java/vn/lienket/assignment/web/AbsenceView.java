package vn.lienket.assignment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An absence as people read it; people by id and name.
 *
 * @param organisation of the person
 * @param to its last day, that of its end if it was ended before its time
 * @param substitute user id or null
 * @param kinds keys of the processes whose work it is about; empty: of all
 * @param state {@code planned}, {@code current}, {@code past} or {@code cancelled}
 * @param registeredBy user id, or null for one of the directory file
 * @param mayEnd whether the signed-in user may end it now
 */
record AbsenceView(
        UUID id,
        String person,
        String personName,
        String organisation,
        LocalDate from,
        LocalDate to,
        String substitute,
        String substituteName,
        List<String> kinds,
        List<String> kindNames,
        String state,
        String stateName,
        String registeredBy,
        String registeredByName,
        Instant registeredAt,
        boolean mayEnd) {}
