package vn.lienket.cases;

/** Which cases to list, as query parameters. */
public record CaseFilter(Integer page, Integer size, Integer status, String organisation, String text) {

    public CaseFilter {
        page = page == null ? 0 : page;
        size = size == null ? 20 : size;
    }
}
