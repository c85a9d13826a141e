package vn.lienket.cases.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.lienket.page.PageAddress;

/** The addresses of the register that keep what is searched for. */
public final class RegisterLinks {

    private static final String STATE = "state";
    private static final String SORT = "sort";

    private final RegisterFilter filter;

    RegisterLinks(RegisterFilter filter) {
        this.filter = filter;
    }

    /** The first page of the cases in another state; null for those in any. */
    public String state(String state) {
        Map<String, Object> parameters = parameters();
        parameters.remove(SORT);
        set(parameters, STATE, state);
        return address(parameters);
    }

    /** The first page, sorted by a field; the other way round if it is so already. */
    public String sort(String field) {
        Map<String, Object> parameters = parameters();
        set(parameters, SORT, field.equals(filter.sort()) ? "-" + field : field);
        return address(parameters);
    }

    /** What {@code aria-sort} says of a field; null where it is not the one. */
    public String direction(String field) {
        if (field.equals(filter.sort())) {
            return "ascending";
        }
        return ("-" + field).equals(filter.sort()) ? "descending" : null;
    }

    /** The same as a sign behind a heading. */
    public String arrow(String field) {
        String direction = direction(field);
        return direction == null ? "" : direction.equals("ascending") ? " ↑" : " ↓";
    }

    /** Another page. */
    public String page(int page) {
        Map<String, Object> parameters = parameters();
        parameters.put("size", filter.size());
        parameters.put("page", page);
        return address(parameters);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("text", Objects.toString(filter.text(), ""));
        parameters.put("status", Objects.toString(filter.status(), ""));
        set(parameters, "kind", filter.kind());
        set(parameters, "organisation", filter.organisation());
        set(parameters, "channel", filter.channel());
        set(parameters, STATE, filter.state());
        set(parameters, "assignee", filter.assignee());
        set(parameters, "from", filter.from());
        set(parameters, "to", filter.to());
        set(parameters, SORT, filter.sort());
        return parameters;
    }

    private static void set(Map<String, Object> parameters, String name, String value) {
        if (value == null || value.isBlank()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
    }

    private static String address(Map<String, Object> parameters) {
        return PageAddress.of("/cases", parameters);
    }
}
