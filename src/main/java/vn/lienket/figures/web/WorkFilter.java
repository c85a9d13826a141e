package vn.lienket.figures.web;

/** Which open tasks to list, as query parameters; what is empty is not asked for. {@code sort} begins with a dash to turn round. */
record WorkFilter(
        String channel,
        String organisation,
        String process,
        String step,
        String person,
        String reason,
        String state,
        String text,
        String sort,
        Integer page,
        Integer size) {

    private static final int SIZE = 50;

    WorkFilter {
        page = page == null ? 0 : page;
        size = size == null ? SIZE : size;
    }
}
