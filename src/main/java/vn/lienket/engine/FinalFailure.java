package vn.lienket.engine;

/** A job has failed and would fail each time: it is not tried again, but shown to a manager as an incident at once. */
public class FinalFailure extends JobFailure {

    /** With a Vietnamese sentence for the manager. */
    public FinalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
