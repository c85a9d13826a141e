package vn.lienket.database;

import java.time.Duration;

/** The kind of work that a thread does, and how long one of its statements may run. */
public enum Work {

    /** A person waits for it. */
    CLICK(Duration.ofSeconds(10)),
    /** A person waits for a file or sends one. */
    REPORT(Duration.ofSeconds(60)),
    /** A job of the engine; shorter than its lock, for another node would begin it again after that. */
    JOB(Duration.ofSeconds(100)),
    /** Start-up, imports and other threads of our own; without a limit. */
    BACKGROUND(Duration.ZERO);

    private static final ThreadLocal<Work> CURRENT = new ThreadLocal<>();

    private final Duration statementTimeout;

    Work(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    /** How long a statement may run; zero = as long as it takes. */
    Duration statementTimeout() {
        return statementTimeout;
    }

    /** What the current thread does. */
    static Work current() {
        Work work = CURRENT.get();
        return work == null ? BACKGROUND : work;
    }

    /** The same task, done as this kind of work. */
    public Runnable around(Runnable task) {
        return () -> {
            begin();
            try {
                task.run();
            } finally {
                end();
            }
        };
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }
}
