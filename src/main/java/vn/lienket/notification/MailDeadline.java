package vn.lienket.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sockets that are closed when a conversation with the mail server has taken too long as a whole: the time-outs of the mail library
 * begin anew with every byte, so that a server that drips would hold a job, and outlive its lock.
 */
class MailDeadline extends SocketFactory {

    private final Duration most;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "mail-deadline");
        thread.setDaemon(true);
        return thread;
    });

    /** With the longest time a conversation may take. */
    MailDeadline(Duration most) {
        this.most = most;
        this.clock.setRemoveOnCancelPolicy(true);
    }

    /** Has the sender use these sockets, also below TLS. */
    void holdsFor(JavaMailSenderImpl sender) {
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.socketFactory", this);
        // the library puts TLS on a plain socket; with a bundle of certificates it makes the sockets itself
        properties.putIfAbsent("mail.smtp.ssl.socketFactory", this);
        // else it would try once more without us what we have cut
        properties.put("mail.smtp.socketFactory.fallback", "false");
    }

    @Override
    public Socket createSocket() {
        return new Timed();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host, port, null, 0);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(new InetSocketAddress(localHost, localPort));
            socket.connect(new InetSocketAddress(host, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private final class Timed extends Socket {

        private final Future<?> end = clock.schedule(this::cut, most.toMillis(), TimeUnit.MILLISECONDS);

        private void cut() {
            try {
                super.close();
            } catch (IOException gone) {
                // as good as closed
            }
        }

        @Override
        public void close() throws IOException {
            end.cancel(false);
            super.close();
        }
    }
}
