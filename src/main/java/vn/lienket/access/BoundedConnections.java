package vn.lienket.access;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import vn.lienket.problem.RefusalLog;

/**
 * Tomcat's connections with two bounds that it does not have itself: the head of a request has to be there as a whole within a time,
 * since Tomcat's time-out begins anew with every byte, and one address has so many connections at most. Both end by closing the
 * connection, as Tomcat's own time-outs do. Empty lines between two requests are no head yet: whoever sends them holds a connection no
 * longer than whoever goes on sending requests, and the second bound is for both.
 */
public class BoundedConnections extends Http11NioProtocol {

    private static final int IPV4_BYTES = 4;
    /** The network of an IPv6 address, within which its owner may take any other, as in {@link NetworkAddress}. */
    private static final int IPV6_BYTES = 8;

    /** For Tomcat, which makes it by its name. */
    public BoundedConnections() {
        super(new Endpoint());
    }

    /**
     * Sets the bounds, before the start.
     *
     * @param head how long the head of a request may take from its first byte to its last
     * @param most how many connections one address has; 0 = as many as it likes
     * @param unbounded whose connections are not counted
     */
    void bound(Duration head, int most, Predicate<InetAddress> unbounded) {
        Endpoint endpoint = (Endpoint) getEndpoint();
        endpoint.headNanos = head.toNanos();
        endpoint.most = most;
        endpoint.unbounded = unbounded;
    }

    private static final class Endpoint extends NioEndpoint {

        private long headNanos = Long.MAX_VALUE;
        private int most;
        private Predicate<InetAddress> unbounded = address -> false;
        private ScheduledFuture<?> sweep;

        @Override
        public void startInternal() throws Exception {
            super.startInternal();
            sweep = getUtilityExecutor()
                    .scheduleWithFixedDelay(() -> getConnections().forEach(this::endIfLate), 1, 1, TimeUnit.SECONDS);
        }

        @Override
        public void stopInternal() {
            if (sweep != null) {
                sweep.cancel(false);
            }
            super.stopInternal();
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            InetAddress address = socket.socket().getInetAddress();
            if (most > 0 && connections.size() >= most && address != null && hasEnough(address)) {
                RefusalLog.refused(address, "too many connections of one address");
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }

        private boolean hasEnough(InetAddress address) {
            return !unbounded.test(address)
                    && connections.keySet().stream()
                                    .filter(other ->
                                            ofOneSender(address, other.socket().getInetAddress()))
                                    .limit(most)
                                    .count()
                            == most;
        }

        private static boolean ofOneSender(InetAddress one, InetAddress other) {
            if (other == null) {
                return false;
            }
            byte[] first = one.getAddress();
            byte[] second = other.getAddress();
            int length = first.length == IPV4_BYTES ? IPV4_BYTES : IPV6_BYTES;
            return first.length == second.length && Arrays.equals(first, 0, length, second, 0, length);
        }

        /** While somebody works on the connection its head is not waited for, and the lock is taken. */
        private void endIfLate(SocketWrapperBase<NioChannel> connection) {
            if (connection.getLock().tryLock()) {
                try {
                    if (connection.getCurrentProcessor() instanceof AbstractProcessor processor
                            && isLate(processor.getRequest())) {
                        connection.close();
                    }
                } finally {
                    connection.getLock().unlock();
                }
            }
        }

        /** The time begins with the first byte, and is -1 before; the address is read once the head is there. */
        private boolean isLate(Request request) {
            return request.decodedURI().isNull()
                    && request.getStartTimeNanos() != -1
                    && System.nanoTime() - request.getStartTimeNanos() > headNanos;
        }
    }
}
