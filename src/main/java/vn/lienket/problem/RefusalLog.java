package vn.lienket.problem;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request that is refused before anybody looks at what it asks for. In a flood most lines are left out and counted,
 * so that the flood does not fill the disk.
 */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int LINES_AT_ONCE = 100;
    private static final int LINES_A_SECOND = 5;
    private static final int LONGEST_PATH = 200;
    /** As long as the secret of a link, which no log may keep, or an id of the engine, by which no two lines would be alike. */
    private static final Pattern SECRET_OR_ID =
            Pattern.compile("(?<=/)(?:[^/]{24,}|(?=[a-v]*\\d)[0-9a-v]{14}(?![^/]))");

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");

    private static final Bucket LINES = Bucket.builder()
            .addLimit(limit -> limit.capacity(LINES_AT_ONCE).refillGreedy(LINES_A_SECOND, Duration.ofSeconds(1)))
            .build();
    private static final AtomicLong LEFT_OUT = new AtomicLong();

    private RefusalLog() {}

    /**
     * Notes a refusal.
     *
     * @param why in English, for the operator
     */
    public static void refused(HttpServletRequest request, int status, String why) {
        refused(
                () -> "%d %s %s"
                        .formatted(
                                status,
                                printable(request.getMethod()),
                                SECRET_OR_ID
                                        .matcher(printable(request.getRequestURI()))
                                        .replaceAll("*")),
                request.getRemoteAddr(),
                why);
    }

    /**
     * Notes a connection that is closed before a request is read.
     *
     * @param why in English, for the operator
     */
    public static void refused(InetAddress sender, String why) {
        refused(() -> "a connection", sender.getHostAddress(), why);
    }

    private static void refused(Supplier<String> what, String sender, String why) {
        if (!LINES.tryConsume(1)) {
            LEFT_OUT.incrementAndGet();
            return;
        }
        long leftOut = LEFT_OUT.getAndSet(0);
        LOG.warn(
                "Refused {} from {}: {}{}",
                what.get(),
                printable(sender),
                why,
                leftOut == 0 ? "" : " (and " + leftOut + " refusals not logged)");
    }

    private static String printable(String text) {
        String shown = text == null ? "-" : UNPRINTABLE.matcher(text).replaceAll("?");
        return shown.length() > LONGEST_PATH ? shown.substring(0, LONGEST_PATH) + "…" : shown;
    }
}
