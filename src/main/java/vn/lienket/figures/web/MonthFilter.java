package vn.lienket.figures.web;

/**
 * Which figures to count, as query parameters; what is empty is not asked for.
 *
 * @param month {@code yyyy-MM}; this one if empty
 * @param organisation with those from whom it has taken over
 * @param lead this very organisation
 */
record MonthFilter(String month, String organisation, String lead, String kind, String channel, String field) {}
