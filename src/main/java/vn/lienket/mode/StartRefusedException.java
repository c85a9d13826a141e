package vn.lienket.mode;

/**
 * The application cannot start as it is set up. Shown without a stack trace; both texts are for the operator, in Vietnamese, and
 * never hold a password.
 */
public final class StartRefusedException extends RuntimeException {

    private final String action;

    /**
     * @param description what is wrong, naming the environment variables concerned
     * @param action what to do about it
     */
    public StartRefusedException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** The same with the technical reason, which goes to the debug log only. */
    public StartRefusedException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
