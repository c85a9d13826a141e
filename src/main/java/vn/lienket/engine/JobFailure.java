package vn.lienket.engine;

/** A job has failed for a reason that its sentence says completely; it is tried again. In the log it is one line. */
public class JobFailure extends RuntimeException {

    /** With a Vietnamese sentence for the manager who sees the incident. */
    public JobFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
