package vn.lienket.page;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What anybody may ask for without being told what comes of it: worked off behind the answer, so that not even its duration tells.
 * What comes faster than one thread can work is dropped.
 */
public final class LaterWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaterWork.class);
    private static final int WAITING = 100;

    private final String failure;
    private final ThreadPoolExecutor worker;

    /**
     * Work of one kind.
     *
     * @param name of its thread
     * @param failure what the log says when it fails, in English
     */
    public LaterWork(String name, String failure) {
        this.failure = failure;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> new Thread(task, name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    public void add(Runnable work) {
        worker.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.error(failure, failed);
            }
        });
    }

    /** Waits a while for what has been asked for. */
    @Override
    public void close() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(10, TimeUnit.SECONDS);
    }
}
