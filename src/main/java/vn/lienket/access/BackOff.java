package vn.lienket.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the next attempt has to wait. The level rises by one with each attempt, and sinks by one in each {@code decay} after the
 * wait is over; from {@code free} on, each level doubles the wait, from one second up to a quarter of an hour.
 */
record BackOff(int free, Duration decay) {

    /** At one account, from one network or known browser: whoever does not stop has four attempts an hour in the end. */
    static final BackOff AT_ACCOUNT = new BackOff(5, Duration.ofMinutes(10));

    /**
     * At one account, from everywhere together. It sinks faster than two networks can make it rise, so that only guesses from many
     * reach it; they are held to a dozen an hour.
     */
    static final BackOff OF_ACCOUNT = new BackOff(50, Duration.ofMinutes(5));

    /** An office of 200 people who mistype their password in the morning is behind one address. */
    static final BackOff OF_ADDRESS = new BackOff(100, Duration.ofSeconds(30));

    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Enough to reach the longest wait; a higher level would only take longer to sink. */
    private static final int DOUBLINGS = 10;

    record State(double level, Instant lastAt, Instant blockedUntil) {

        static State untouched(Instant now) {
            return new State(0, now, now);
        }

        boolean blockedAt(Instant now) {
            return blockedUntil.isAfter(now);
        }
    }

    /** After one attempt more. */
    State afterAttempt(State state, Instant now) {
        double level = Math.min(free + DOUBLINGS, levelAt(state, now) + 1);
        return new State(level, now, now.plus(wait(level)));
    }

    /** After one attempt has turned out to be none. */
    State afterRelease(State state, Instant now) {
        double level = Math.max(0, levelAt(state, now) - 1);
        return new State(level, now, level < free ? now : state.blockedUntil());
    }

    /** When a state that nobody touches any more means nothing. */
    static Instant forgottenBefore(Instant now) {
        return now.minus(Duration.ofDays(1));
    }

    private double levelAt(State state, Instant now) {
        Instant end = state.blockedUntil().isAfter(state.lastAt()) ? state.blockedUntil() : state.lastAt();
        long quiet = Math.max(0, Duration.between(end, now).toMillis());
        return Math.max(0, state.level() - (double) quiet / decay.toMillis());
    }

    private Duration wait(double level) {
        if (level < free) {
            return Duration.ZERO;
        }
        double millis = 1000 * Math.pow(2, level - free);
        return Duration.ofMillis((long) Math.min(LONGEST.toMillis(), millis));
    }
}
