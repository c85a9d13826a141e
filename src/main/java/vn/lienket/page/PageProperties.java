package vn.lienket.page;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param baseUrl where people reach the application, no slash at its end; never taken from a request, which may lie */
@ConfigurationProperties("lienket")
public record PageProperties(URI baseUrl) {

    /** The secret address of a page, whose path begins with a slash. */
    public String linkTo(String page, LinkToken token) {
        return "%s%s?token=%s".formatted(baseUrl, page, token.text());
    }
}
