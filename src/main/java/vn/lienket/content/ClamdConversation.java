package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code INSTREAM} with clamd (clamd(8)), which is over by a deadline wherever it stands then. */
final class ClamdConversation implements AutoCloseable {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 1 << 16;
    private static final int MAX_ANSWER = 1 << 12;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final long deadline;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private boolean over;

    private ClamdConversation(SocketChannel channel, Selector selector, Duration timeout) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.deadline = System.nanoTime() + timeout.toNanos();
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    static ClamdConversation open(ClamAvProperties properties) throws IOException {
        SocketAddress address = address(properties);
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        Selector selector = Selector.open();
        try {
            ClamdConversation conversation = new ClamdConversation(channel, selector, properties.timeout());
            conversation.connect(address);
            return conversation;
        } catch (IOException | RuntimeException e) {
            channel.close();
            selector.close();
            throw e;
        }
    }

    /** The name of the virus that the file holds, or empty if it is clean. */
    Optional<String> scan(Path file) throws IOException {
        send(ByteBuffer.wrap(COMMAND));
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            chunk.position(Integer.BYTES);
            while (!over && content.read(chunk) >= 0) {
                chunk.putInt(0, chunk.position() - Integer.BYTES);
                send(chunk.flip());
                chunk.clear().position(Integer.BYTES);
            }
        }
        send(ByteBuffer.allocate(Integer.BYTES));
        while (!over) {
            await(SelectionKey.OP_READ);
            receive();
        }
        return verdict(answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip());
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    private void connect(SocketAddress address) throws IOException {
        if (!channel.connect(address)) {
            do {
                await(SelectionKey.OP_CONNECT);
            } while (!channel.finishConnect());
        }
    }

    /** It may answer before it has heard everything, and then hears no more. */
    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && !over) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
            }
            receive();
        }
    }

    private void receive() throws IOException {
        ByteBuffer received = ByteBuffer.allocate(MAX_ANSWER);
        int read = channel.read(received);
        if (read > 0) {
            answer.write(received.array(), 0, read);
        }
        byte[] soFar = answer.toByteArray();
        over = read < 0 || soFar.length > MAX_ANSWER || soFar.length > 0 && soFar[soFar.length - 1] == 0;
    }

    private void await(int operations) throws IOException {
        key.interestOps(operations);
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0 || selector.select(millis) == 0 && System.nanoTime() >= deadline) {
            throw new InterruptedIOException("no answer in time");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        selector.selectedKeys().clear();
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(answer);
        if (!found.matches()) {
            throw new IOException("it said: " + (answer.isEmpty() ? "nothing" : answer));
        }
        return Optional.of(found.group(1));
    }

    private static SocketAddress address(ClamAvProperties properties) throws IOException {
        if (properties.overSocket()) {
            return UnixDomainSocketAddress.of(properties.socket());
        }
        InetSocketAddress address = new InetSocketAddress(properties.host(), properties.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(properties.host());
        }
        return address;
    }
}
