package vn.lienket.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the sealed trail. Kept elsewhere, it proves later that nothing up to here has been cut off: written {@code 42:3f…},
 * the sequence number and the hash.
 *
 * @param sequence how many entries are sealed, 0 if none
 * @param hash SHA-256 in hexadecimal; zeros before the first entry
 */
public record TrailHead(long sequence, String hash) {

    static final TrailHead NONE = new TrailHead(0, "0".repeat(64));

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Reads what {@link #toString()} wrote; empty if it is something else. */
    public static Optional<TrailHead> of(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        return matcher.matches()
                ? Optional.of(new TrailHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
