package vn.lienket.report;

/**
 * The start fields of a report, unchecked, as a form or the API sends them; its components are the fields.
 *
 * @param from first day of the quarter, {@code yyyy-MM-dd}
 * @param to its last day
 */
public record ReportRequest(String channel, String from, String to) {}
