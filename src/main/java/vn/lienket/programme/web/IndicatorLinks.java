package vn.lienket.programme.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.lienket.page.PageAddress;

/** The addresses of the page of indicators that keep what is looked for. */
public final class IndicatorLinks {

    private static final String PAGE = "/indicators";

    private final IndicatorFilter filter;

    IndicatorLinks(IndicatorFilter filter) {
        this.filter = filter;
    }

    /** Another page. */
    public String page(int page) {
        return address(PAGE, page);
    }

    /** All pages as a CSV file. */
    public String csv() {
        return address(PAGE + "/csv", null);
    }

    /** Where the correction of a value is sent. */
    public String correction(UUID value) {
        return address("%s/%s/corrections".formatted(PAGE, value), filter.page());
    }

    private String address(String path, Integer page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        set(parameters, "field", filter.field());
        set(parameters, "organisation", filter.organisation());
        set(parameters, "channel", filter.channel());
        set(parameters, "from", filter.from());
        set(parameters, "to", filter.to());
        if (page != null) {
            parameters.put("size", filter.size());
            parameters.put("page", page);
        }
        return PageAddress.of(path, parameters);
    }

    private static void set(Map<String, Object> parameters, String name, String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, value);
        }
    }
}
