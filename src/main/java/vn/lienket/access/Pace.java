package vn.lienket.access;

import java.time.Duration;

/**
 * How much time a body may take on its way: a grace for the first of it, and the rest as fast as a slow line allows. While many
 * bodies are on their way at once, as in an attack of slow ones, both are shorter.
 *
 * @param grace what every body has
 * @param bytesASecond what counts as a slow line; 0 = all must come within the grace
 */
record Pace(Duration grace, long bytesASecond) {

    private static final int MANY_ON_THEIR_WAY = 100;
    private static final int HURRY = 5;

    /** Whether a body has fallen behind. */
    boolean missed(long received, Duration taken, int onTheirWay) {
        int hurry = crowded(onTheirWay) ? HURRY : 1;
        Duration earned =
                bytesASecond == 0 ? Duration.ZERO : Duration.ofMillis(received * 1000 / (bytesASecond * hurry));
        return taken.compareTo(grace.dividedBy(hurry).plus(earned)) > 0;
    }

    /** Whether so many bodies are on their way that none may take long. */
    static boolean crowded(int onTheirWay) {
        return onTheirWay > MANY_ON_THEIR_WAY;
    }
}
