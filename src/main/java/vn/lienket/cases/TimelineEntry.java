package vn.lienket.cases;

import java.time.Instant;

/**
 * One thing that happened to a case.
 *
 * @param what in Vietnamese words
 * @param by user id, {@link CurrentUser#SYSTEM}, or a name of who is not of the directory; null if nobody did it
 * @param onBehalfOf user id of the person in whose place it was done, or null
 * @param detail more of it, or null
 */
public record TimelineEntry(Instant at, Kind kind, String what, String by, String onBehalfOf, String detail) {

    /** Of what sort it is. */
    public enum Kind {
        STATUS,
        TASK,
        COMMENT,
        DOCUMENT,
        CLOCK,
        MAIL,
        DECISION,
        ADMIN
    }

    /** What somebody did himself. */
    public static TimelineEntry of(Instant at, Kind kind, String what, String by, String detail) {
        return new TimelineEntry(at, kind, what, by, null, detail);
    }
}
