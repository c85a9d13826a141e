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

    private static final String DEFAULT = "8080";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!(context instanceof WebServerApplicationContext)) {
            return;
        }
        Environment environment = context.getEnvironment();
        int port = port(environment);
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            String host = environment.getProperty("server.address");
            InetAddress address = host == null ? null : InetAddress.getByName(host);
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

    private static int port(Environment environment) {
        String port = environment.getProperty("server.port", DEFAULT).strip();
        if (!port.matches("-?\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new StartRefusedException(
                    "SERVER_PORT: phải là số cổng từ 1 đến 65535.", "Đặt đúng SERVER_PORT rồi khởi động lại.");
        }
        return Integer.parseInt(port);
    }
}
