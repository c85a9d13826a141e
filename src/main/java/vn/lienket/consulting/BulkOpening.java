package vn.lienket.consulting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Many cases opened with one request, and how far that has come.
 *
 * @param requestedBy user id of the officer who asked for it
 * @param total enterprises in the list or found by the query
 * @param begunAt when work on the first cases began, or null
 * @param reachedAt when work on the last cases so far ended, or null
 * @param endedAt null while it runs
 */
public record BulkOpening(
        UUID id,
        String channel,
        String need,
        String needCategory,
        String requestedBy,
        Instant requestedAt,
        State state,
        int total,
        int opened,
        int refused,
        Instant begunAt,
        Instant reachedAt,
        Instant endedAt) {

    /** Where it stands. */
    public enum State {
        RUNNING("Đang mở hồ sơ"),
        DONE("Đã xong"),
        CANCELLED("Đã hủy");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Vietnamese name. */
        public String label() {
            return label;
        }
    }

    /** How many enterprises will still get a case or a refusal. */
    public int remaining() {
        return state == State.RUNNING ? total - opened - refused : 0;
    }

    /** Opened cases a second from the first to the last, pauses included; 0 before there are any. */
    public double casesPerSecond() {
        long millis =
                reachedAt == null ? 0 : Duration.between(begunAt, reachedAt).toMillis();
        return millis == 0 ? 0 : Math.round(opened * 10_000d / millis) / 10d;
    }
}
