package vn.lienket.assignment;

import java.util.List;

/**
 * The fields of an absence, unchecked, as a form or the API sends them; its components are the fields.
 *
 * @param person user id
 * @param from first day, {@code yyyy-MM-dd}
 * @param to last day
 * @param substitute user id, or null: the work goes back to the group
 * @param kinds keys of processes; null or empty: all
 */
public record AbsenceRequest(String person, String from, String to, String substitute, List<String> kinds) {}
