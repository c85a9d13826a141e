package vn.lienket.access;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienket.json.BlockingBody;

/** Counts and times a body while it is read. */
class MeteredBody extends BlockingBody {

    /** Answers a request whose body is refused. */
    @FunctionalInterface
    interface Refusal {
        void answer(int status, String sentence, String why) throws IOException;
    }

    private static final String TOO_SLOW = "Nội dung gửi lên quá chậm nên yêu cầu đã bị dừng. Hãy thử lại.";

    private final long length;
    private final BodyRule rule;
    private final AtomicInteger onTheirWay;
    private final Refusal refusal;

    private long received;
    private long begun;
    private boolean onItsWay;
    private boolean refused;
    private boolean finished;

    /**
     * A body that nobody has begun to read.
     *
     * @param length its bytes, or -1 if the request does not say
     * @param onTheirWay how many bodies are being read at this moment
     */
    MeteredBody(ServletInputStream source, long length, BodyRule rule, AtomicInteger onTheirWay, Refusal refusal) {
        super(source);
        this.length = length;
        this.rule = rule;
        this.onTheirWay = onTheirWay;
        this.refusal = refusal;
    }

    boolean begun() {
        return begun != 0;
    }

    boolean refused() {
        return refused;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (refused) {
            throw new BodyRefusedException("refused before");
        }
        begin();
        int read = next(target, offset, count);
        if (read < 0) {
            end();
            return read;
        }
        received += read;
        if (received == length) {
            end();
        }
        if (received > rule.limit().toBytes()) {
            throw refuse(413, rule.sentence(), "body above " + rule.limit());
        }
        if (!finished && rule.pace().missed(received, taken(), onTheirWay.get())) {
            throw tooSlow();
        }
        return read;
    }

    private int next(byte[] target, int offset, int count) throws IOException {
        try {
            return source().read(target, offset, count);
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SocketTimeoutException) {
                    throw tooSlow();
                }
            }
            throw e;
        }
    }

    /**
     * Reads what nobody has read and throws it away, as far as it comes in the given time: a client that is still sending sees the
     * answer only then. False if something may be left.
     */
    boolean drain(Duration patience) {
        byte[] waste = new byte[16 * 1024];
        long end = System.nanoTime() + patience.toNanos();
        begin();
        try {
            while (!finished && System.nanoTime() < end && !Pace.crowded(onTheirWay.get())) {
                int read = source().read(waste);
                received += Math.max(0, read);
                if (read < 0 || received == length) {
                    end();
                }
            }
            return finished;
        } catch (IOException gone) {
            return false;
        } finally {
            end();
        }
    }

    private void begin() {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        if (!onItsWay && !finished) {
            onItsWay = true;
            onTheirWay.incrementAndGet();
        }
    }

    /** Nothing more is read. */
    void end() {
        finished = true;
        if (onItsWay) {
            onItsWay = false;
            onTheirWay.decrementAndGet();
        }
    }

    boolean finished() {
        return finished;
    }

    private Duration taken() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private BodyRefusedException tooSlow() throws IOException {
        return refuse(408, TOO_SLOW, "body too slow, " + received + " bytes in " + taken().toMillis() + " ms");
    }

    /** Answers the request; the exception ends the reading. */
    BodyRefusedException refuse(int status, String sentence, String why) throws IOException {
        refused = true;
        refusal.answer(status, sentence, why);
        return new BodyRefusedException(why);
    }

    @Override
    public int available() throws IOException {
        return refused ? 0 : super.available();
    }
}
