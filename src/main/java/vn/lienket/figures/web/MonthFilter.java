package vn.lienket.figures.web;

/**
 * Which figures to count, as query parameters; what is empty is not asked for.
 *
 * @param month {@code yyyy-MM}; this one if empty
 */
record MonthFilter(String month, String organisation, String kind, String channel, String field) {}
