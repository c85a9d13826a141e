package vn.lienket.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Passes bytes on to a local port until it freezes; then it takes and gives none, and closes nothing. */
public final class FreezingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean frozen;

    /** Listens on the port, or on a free one if it is 0. */
    public FreezingProxy(int port, int target) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        Background.run("freezing-proxy", () -> {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket("127.0.0.1", target);
                Background.run("freezing-proxy", () -> pass(client.getInputStream(), server.getOutputStream()));
                Background.run("freezing-proxy", () -> pass(server.getInputStream(), client.getOutputStream()));
            }
        });
    }

    public int port() {
        return door.getLocalPort();
    }

    public void freeze() {
        frozen = true;
    }

    private void pass(InputStream from, OutputStream to) throws IOException, InterruptedException {
        byte[] bytes = new byte[8192];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (frozen) {
                end.await();
            }
            to.write(bytes, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        door.close();
    }
}
