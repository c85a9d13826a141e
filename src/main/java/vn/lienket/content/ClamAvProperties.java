package vn.lienket.content;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner; none is asked unless {@code host} or {@code socket} is set.
 *
 * @param host where clamd listens ({@code TCPSocket})
 * @param port of it
 * @param socket the file where clamd listens instead ({@code LocalSocket})
 * @param timeout for the whole conversation about one file
 */
@ConfigurationProperties("lienket.clamav")
record ClamAvProperties(
        String host,
        @DefaultValue("3310") int port,
        Path socket,
        @DefaultValue("30s") Duration timeout) {

    boolean enabled() {
        return overSocket() || host != null && !host.isBlank();
    }

    boolean overSocket() {
        return socket != null && !socket.toString().isBlank();
    }
}
