package vn.lienket.incident;

/**
 * Which incidents to list.
 *
 * @param channel id, or null for all
 * @param caseCode or null for all
 * @param page from 0
 * @param size 1–200
 */
public record IncidentFilter(String channel, String caseCode, int page, int size) {}
