package vn.lienket.account;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param baseUrl where people reach the application, no slash at its end; never taken from a request, which may lie */
@ConfigurationProperties("lienket")
record AccountProperties(URI baseUrl) {

    String linkTo(Token token) {
        return "%s/account/password?token=%s".formatted(baseUrl, token.text());
    }
}
