package vn.lienket.page;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages with what is looked for in them. */
public final class PageAddress {

    private PageAddress() {}

    /** The path with these parameters, encoded, in their order. */
    public static String of(String path, Map<String, ?> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
