package vn.lienket.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The kind of work that a thread does, and how long it may keep the database busy, or the database keep it waiting. Each kind has its
 * own share of the connections, see {@link WorkDataSource}.
 */
public enum Work {

    /** Who asks is looked up, or that he asks is noted; whoever waits here for a lock keeps everybody else waiting. */
    SESSION(Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(10)),
    /** A person is let in, or looks at something. */
    READ(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20)),
    /** A person changes something, and may have to wait for another who does. */
    CHANGE(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(20)),
    /** A person waits for a file or sends one. */
    REPORT(Duration.ofSeconds(8), Duration.ofSeconds(60), Duration.ofSeconds(8), Duration.ofSeconds(60)),
    /** A job of the engine that carries a case on; shorter than its lock, for another node would begin it again after that. */
    JOB(Duration.ofSeconds(20), Duration.ofSeconds(100), Duration.ofSeconds(60), Duration.ofSeconds(120)),
    /** A job of the engine that talks to the mail server meanwhile. */
    MAIL(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(100)),
    /** A job of the engine that goes through many cases. */
    BULK(Duration.ofSeconds(20), Duration.ofSeconds(100), Duration.ofSeconds(60), Duration.ofSeconds(120)),
    /** Start-up, jobs that read files, and threads of our own; only a server that is gone without a word is given up. */
    BACKGROUND(Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final ThreadLocal<Work> CURRENT = new ThreadLocal<>();
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    /** What a statement that ran out still takes to say so. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** No statement of ours is silent for so long, not even a new index over everything. */
    private static final Duration GONE = Duration.ofMinutes(30);

    private final Duration connectionTimeout;
    private final Duration statementTimeout;
    private final Duration lockTimeout;
    private final Duration idleTimeout;

    Work(Duration connectionTimeout, Duration statementTimeout, Duration lockTimeout, Duration idleTimeout) {
        this.connectionTimeout = connectionTimeout;
        this.statementTimeout = statementTimeout;
        this.lockTimeout = lockTimeout;
        this.idleTimeout = idleTimeout;
    }

    /** How long to wait for one of its connections; for a person, with the wait for a lock, less than ten seconds. */
    Duration connectionTimeout() {
        return connectionTimeout;
    }

    /** What the server is told: how long a statement may run or wait for a lock, and a transaction hold its locks and do nothing. */
    String settings() {
        return "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
                .formatted(statementTimeout.toMillis(), lockTimeout.toMillis(), idleTimeout.toMillis());
    }

    /** How long to wait for the server at all, for it may be gone without a word. */
    Duration networkTimeout() {
        return statementTimeout.isZero() ? GONE : statementTimeout.plus(ANSWER);
    }

    /** What the current thread does. */
    static Work current() {
        Work work = CURRENT.get();
        return work == null ? BACKGROUND : work;
    }

    /** How many requests this node is answering now: what can wait gives way to them. */
    public static int requests() {
        return REQUESTS.get();
    }

    /** A request begins; it {@link #endRequest ends} in the same thread. */
    static void beginRequest() {
        REQUESTS.incrementAndGet();
        READ.begin();
    }

    static void endRequest() {
        end();
        REQUESTS.decrementAndGet();
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

    /** What the answer takes, done as this kind of work in the midst of another; what is of no kind stays as it is. */
    public <T> T within(Supplier<T> answer) {
        Work whole = CURRENT.get();
        if (whole == null) {
            return answer.get();
        }
        CURRENT.set(this);
        try {
            return answer.get();
        } finally {
            CURRENT.set(whole);
        }
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }
}
