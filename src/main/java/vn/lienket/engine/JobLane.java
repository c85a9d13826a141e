package vn.lienket.engine;

import java.time.Duration;
import vn.lienket.database.Work;

/**
 * Which jobs run on which threads: each lane has its own, so that a case never waits for a slow mail server, nor for thousands of cases
 * that are being opened, nor an import for a file that takes long to read. A job's lane is its priority, which the models give ({@code camunda:jobPriority}); those that say nothing carry
 * a case on. Within a lane the higher priority goes first.
 */
enum JobLane {

    /** What carries a case on. */
    CASES(0, Long.MAX_VALUE, Work.JOB, 6),
    /** Mails: -10. */
    MAIL(-10, -1, Work.MAIL, 4),
    /** What goes through many cases: watching deadlines -20, opening many cases -30, and the engine's own. */
    BULK(-49, -11, Work.BULK, 2),
    /** Files with enterprises for the registry: -50. */
    IMPORT(-59, -50, Work.BACKGROUND, 1),
    /** Reading files of the library: -60. */
    TEXT(Long.MIN_VALUE, -60, Work.BACKGROUND, 1);

    /** How long a thread rests at most, so that what can wait still gets on, and a stop need not wait for it. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(3);

    /** Of what no model asks for: removing old history, batches. */
    static final long ENGINES_OWN = -40;

    /** Lowest and highest priority. */
    private final long from;

    private final long to;
    private final Work work;
    private final int threads;

    JobLane(long from, long to, Work work, int threads) {
        this.from = from;
        this.to = to;
        this.work = work;
        this.threads = threads;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    Work work() {
        return work;
    }

    int threads() {
        return threads;
    }

    /**
     * How long to let others go first after a job: as long as it took, for each request of people that is being answered. What carries
     * a case on never rests, for people wait for it.
     */
    Duration rest(Duration job, int requests) {
        if (this == CASES) {
            return Duration.ZERO;
        }
        Duration rest = job.multipliedBy(requests);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}
