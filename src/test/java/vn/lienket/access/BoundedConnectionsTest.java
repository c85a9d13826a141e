package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that give little and hold much, at Tomcat alone. */
class BoundedConnectionsTest {

    private static final int MOST = 5;
    private static final Duration HEAD = Duration.ofSeconds(2);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n";

    @TempDir
    Path directory;

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector(BoundedConnections.class.getName());
    private final List<Socket> sockets = new ArrayList<>();
    private InetAddress unbounded;

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(directory.toString());
        connector.setPort(0);
        ((BoundedConnections) connector.getProtocolHandler()).bound(HEAD, MOST, address -> address.equals(unbounded));
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", directory.toString());
        Tomcat.addServlet(context, "hello", new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        request.getInputStream().readAllBytes();
                        response.getWriter().print("hello");
                    }
                })
                .addMapping("/");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aHeadThatTricklesIsEnded() throws Exception {
        for (String slow : List.of("G".repeat(100), REQUEST + "X: " + "x".repeat(100))) {
            Socket socket = connection();
            long begun = System.nanoTime();

            assertThat(trickles(socket, slow)).as(slow).isFalse();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(HEAD, HEAD.plusSeconds(3));
        }
    }

    @Test
    void theSecondHeadOfAConnectionHasItsOwnTime() throws Exception {
        Socket socket = connection();
        assertThat(asks(socket)).isTrue();
        Thread.sleep(HEAD.plusMillis(1500).toMillis());
        assertThat(asks(socket)).isTrue();
        assertThat(trickles(socket, REQUEST + "X: " + "x".repeat(100))).isFalse();
    }

    @Test
    void aBodyAndAnAnswerAreNotBoundByIt() throws Exception {
        Socket socket = connection();
        write(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n");

        assertThat(trickles(socket, "x".repeat(40))).isTrue();

        assertThat(answer(socket)).contains("hello");
    }

    @Test
    void anAddressHasSoManyConnectionsAndNewOnesAfterThem() throws Exception {
        List<Socket> held = new ArrayList<>();
        for (int number = 0; number < MOST; number++) {
            held.add(connection());
            assertThat(asks(held.get(number))).isTrue();
        }

        assertThat(asks(connection())).isFalse();
        assertThat(asks(held.get(0))).isTrue();
        assertThat(asks(connection("127.0.0.2"))).as("another address").isTrue();
        held.get(1).close();
        Thread.sleep(500);
        assertThat(asks(connection())).isTrue();
    }

    @Test
    void aProxyHasAsManyAsItLikes() throws Exception {
        unbounded = InetAddress.getByName("127.0.0.1");
        for (int number = 0; number < 4 * MOST; number++) {
            assertThat(asks(connection())).isTrue();
        }
    }

    private Socket connection() throws IOException {
        return connection("127.0.0.1");
    }

    private Socket connection(String from) throws IOException {
        Socket socket = new Socket("127.0.0.1", connector.getLocalPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(5000);
        sockets.add(socket);
        return socket;
    }

    /** A byte every 100 ms; false if the connection was closed meanwhile. */
    private static boolean trickles(Socket socket, String text) throws Exception {
        for (char each : text.toCharArray()) {
            try {
                write(socket, String.valueOf(each));
            } catch (IOException closed) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private static boolean asks(Socket socket) {
        try {
            write(socket, REQUEST + "\r\n");
            return answer(socket).contains("hello");
        } catch (IOException closed) {
            return false;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("hello")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
