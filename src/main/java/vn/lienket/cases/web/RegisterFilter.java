package vn.lienket.cases.web;

/** Which cases to list, as query parameters; what is empty is not asked for. */
record RegisterFilter(
        String text,
        String kind,
        Integer status,
        String organisation,
        String channel,
        String state,
        String assignee,
        String from,
        String to,
        String sort,
        Integer page,
        Integer size) {

    private static final int SIZE = 20;

    RegisterFilter {
        page = page == null ? 0 : page;
        size = size == null ? SIZE : size;
    }
}
