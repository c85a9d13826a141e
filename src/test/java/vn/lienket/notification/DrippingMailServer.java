package vn.lienket.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import vn.lienket.support.Background;

/** A mail server whose greeting never ends: a byte now and then, to everybody who connects. */
class DrippingMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] beginning;

    /** Listens on the port, or on a free one if it is 0; says the beginning at once. */
    DrippingMailServer(int port, int... beginning) throws IOException {
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
        server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        Background.run("dripping-mail-server", () -> {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Background.run("dripping-mail-server", () -> drip(client));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void drip(Socket client) throws IOException, InterruptedException {
        try (client) {
            client.getOutputStream().write(beginning);
            while (!server.isClosed()) {
                client.getOutputStream().write('2');
                Thread.sleep(300);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
