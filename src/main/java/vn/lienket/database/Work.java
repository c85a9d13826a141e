package vn.lienket.database;

import java.time.Duration;

/** The kind of work that a thread does, and how long it may keep the database busy, or the database keep it waiting. */
public enum Work {

    /** A person waits for it. */
    CLICK(Duration.ofSeconds(10), Duration.ofSeconds(8), Duration.ofSeconds(20)),
    /** A person waits for a file or sends one. */
    REPORT(Duration.ofSeconds(60), Duration.ofSeconds(8), Duration.ofSeconds(60)),
    /** A job of the engine; shorter than its lock, for another node would begin it again after that. */
    JOB(Duration.ofSeconds(100), Duration.ofSeconds(60), Duration.ofSeconds(120)),
    /** Start-up, imports and other threads of our own; without a limit. */
    BACKGROUND(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final ThreadLocal<Work> CURRENT = new ThreadLocal<>();

    /** What a statement that ran out still takes to say so. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Duration statementTimeout;
    private final Duration lockTimeout;
    private final Duration idleTimeout;

    Work(Duration statementTimeout, Duration lockTimeout, Duration idleTimeout) {
        this.statementTimeout = statementTimeout;
        this.lockTimeout = lockTimeout;
        this.idleTimeout = idleTimeout;
    }

    /** What the server is told: how long a statement may run or wait for a lock, and a transaction hold its locks and do nothing. */
    String settings() {
        return "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
                .formatted(statementTimeout.toMillis(), lockTimeout.toMillis(), idleTimeout.toMillis());
    }

    /** How long to wait for the server at all, for it may be gone without a word; zero = as long as it takes. */
    Duration networkTimeout() {
        return statementTimeout.isZero() ? Duration.ZERO : statementTimeout.plus(ANSWER);
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
