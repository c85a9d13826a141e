package vn.lienket.programme.web;

/** Which indicators to list, as query parameters; what is empty is not asked for. */
record IndicatorFilter(
        String field, String organisation, String from, String to, String channel, Integer page, Integer size) {

    private static final int SIZE = 50;

    IndicatorFilter {
        page = page == null ? 0 : page;
        size = size == null ? SIZE : size;
    }
}
