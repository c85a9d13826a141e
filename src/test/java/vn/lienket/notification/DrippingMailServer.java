package vn.lienket.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

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
        inBackground(() -> {
            while (!server.isClosed()) {
                Socket client = server.accept();
                inBackground(() -> drip(client));
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

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void inBackground(Step step) {
        Thread thread = new Thread(
                () -> {
                    try {
                        step.run();
                    } catch (IOException | InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                },
                "dripping-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
