package vn.lienket.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people get in.
 *
 * @param sessionLifetime after which a session ends, however busy it is; how long it may idle is Spring's {@code server.servlet.session.timeout}
 * @param basicOverHttp whether HTTP Basic is taken without TLS from other machines too; a password in clear text on the network
 * @param proxies names or addresses of the reverse proxies that say where a request really comes from
 */
@ConfigurationProperties("lienket.access")
record AccessProperties(
        @DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("false") boolean basicOverHttp,
        @DefaultValue({}) List<String> proxies) {}
