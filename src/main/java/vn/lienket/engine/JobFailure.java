package vn.lienket.engine;

import org.springframework.core.NestedExceptionUtils;

/** A job has failed for a reason that its sentence says completely; it is tried again. In the log it is one line. */
public class JobFailure extends RuntimeException {

    /** With a Vietnamese sentence for the manager who sees the incident. */
    public JobFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Of what nobody foresaw. Its first line is shown and the rest left to the log, for a database adds to its errors the rows in
     * question, with the people in them.
     *
     * @param sentence what did not come about, in Vietnamese and without a full stop
     */
    public static JobFailure unforeseen(String sentence, Exception reason) {
        String shown = NestedExceptionUtils.getMostSpecificCause(reason)
                .toString()
                .lines()
                .findFirst()
                .orElse("");
        return new JobFailure("%s vì lỗi kỹ thuật: %s".formatted(sentence, shown), null);
    }
}
