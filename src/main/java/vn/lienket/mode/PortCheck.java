package vn.lienket.mode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Refuses at once to start on a port that is taken, instead of when everything else has started. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int DEFAULT = 8080;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!(context instanceof WebServerApplicationContext)) {
            return;
        }
        Environment environment = context.getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, DEFAULT);
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            InetAddress address = environment.getProperty("server.address", InetAddress.class);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "Không mở được cổng %d: một chương trình khác đang dùng, hoặc người dùng này không được phép."
                            .formatted(port),
                    "Dừng chương trình kia, hoặc chọn cổng khác bằng SERVER_PORT.",
                    e);
        }
    }
}
