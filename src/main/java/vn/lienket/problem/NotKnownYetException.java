package vn.lienket.problem;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step in the engine needs to know what is slow to find out, and that must not be done while the step holds the database: the engine
 * takes the step back, has it found out, and takes the step again.
 */
public final class NotKnownYetException extends RuntimeException {

    private final transient Runnable search;
    private transient String refusal;

    /** @param search finds it out and keeps it where the step looks for it; it may refuse with a {@link ProblemException} */
    public NotKnownYetException(Runnable search) {
        super("to be found out first");
        this.search = search;
    }

    /** The one that this failure is, or that caused it. */
    public static Optional<NotKnownYetException> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(NotKnownYetException.class::isInstance)
                .map(NotKnownYetException.class::cast)
                .findFirst();
    }

    /** @throws RuntimeException as the search does */
    public void findOut() {
        try {
            search.run();
        } catch (RuntimeException refused) {
            refusal = refused.getMessage();
            throw refused;
        }
    }

    /** Once it could not be found out, why: of a job the engine shows its first failure, which is this one. */
    @Override
    public String getMessage() {
        return refusal == null ? super.getMessage() : refusal;
    }
}
