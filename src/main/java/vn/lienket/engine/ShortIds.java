package vn.lienket.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Names what the engine stores by 14 characters instead of the 36 of a UUID. A row of the history carries seven of them and each of its
 * indexes one, so that UUIDs are half of what a case takes on the disk; and as these ascend, an index grows at its end and its pages
 * are full.
 *
 * <p>An id is the moment with its place among the ids of that moment, and the generator that gave it, so that nodes need not ask each
 * other. A generator never repeats itself, not even when its clock is set back. Two of them agree by chance only, for one pair of nodes
 * in 33 million; then the second row is refused by its primary key.
 */
final class ShortIds implements IdGenerator {

    private static final long EPOCH = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    /** 32 places a millisecond; when they are used up, those of the next are taken. With 40 bits for these it is 34 years to a repeat. */
    private static final int PLACE_BITS = 5;

    private static final int MOMENT_DIGITS = 9;
    private static final int GENERATOR_DIGITS = 5;
    private static final int BITS_A_DIGIT = 5;

    private final LongSupplier millis;
    private final String generator;
    private final AtomicLong last = new AtomicLong();

    ShortIds() {
        this(System::currentTimeMillis);
    }

    ShortIds(LongSupplier millis) {
        this.millis = millis;
        generator = digits(new SecureRandom().nextLong(1L << (GENERATOR_DIGITS * BITS_A_DIGIT)), GENERATOR_DIGITS);
    }

    @Override
    public String getNextId() {
        long now = Math.max(0, millis.getAsLong() - EPOCH) << PLACE_BITS;
        return digits(last.updateAndGet(before -> Math.max(before + 1, now)), MOMENT_DIGITS) + generator;
    }

    /** The lowest bits of a number, five a digit, with leading zeros: in the order of the numbers in every collation. */
    private static String digits(long number, int length) {
        long first = 1L << (length * BITS_A_DIGIT);
        return Long.toString(first | (number & (first - 1)), 1 << BITS_A_DIGIT).substring(1);
    }
}
