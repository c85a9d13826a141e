package vn.lienket.engine;

import java.util.Optional;

/** The engine's own doors, and what is bounded for requests that come by them. Our own code, which comes by none, may ask for more. */
public enum EngineDoor {
    /** {@code /engine-rest}. */
    REST,
    /** The API of the web applications, whose pages cannot be taught other numbers. */
    WEBAPPS;

    /** How many entries a list may have. */
    public static final int MAX_RESULTS = 1000;

    /** The sentence to whoever asks for more. */
    public static final String TOO_MANY =
            "Danh sách có quá 1.000 mục hoặc maxResults lớn hơn 1.000. Hãy lấy từng trang bằng firstResult và maxResults.";

    private static final ThreadLocal<EngineDoor> OPEN = new ThreadLocal<>();

    /** The door by which the current thread's request came, if it came by one. */
    static Optional<EngineDoor> open() {
        return Optional.ofNullable(OPEN.get());
    }

    /** A request has come by this door in the current thread, until {@link #leave}. */
    public void enter() {
        OPEN.set(this);
    }

    /** The request of the current thread is over. */
    public static void leave() {
        OPEN.remove();
        FilterCounts.forget();
    }
}
