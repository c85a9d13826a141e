package vn.lienket.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** This node's one thread for reading files: awake when an entry is added, and now and then for what other nodes have left. */
@Component
class TextWorker implements SmartLifecycle {

    private static final int SECONDS_TO_STOP = 10;
    private static final Logger LOG = LoggerFactory.getLogger(TextWorker.class);

    private final TextReader reader;
    private final LibraryProperties properties;
    private final Semaphore bell = new Semaphore(0);
    private ExecutorService thread;
    private volatile boolean running;

    TextWorker(TextReader reader, LibraryProperties properties) {
        this.reader = reader;
        this.properties = properties;
    }

    @TransactionalEventListener
    void on(EntryAdded event) {
        bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "library-text"));
        thread.execute(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.info("A file of the library is still being read; it will be read again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (!readNext()) {
                    bell.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Survives a database that restarts and a file too large for the memory: another attempt begins when the lease is over. */
    private boolean readNext() {
        try {
            return reader.readNext();
        } catch (RuntimeException | Error e) {
            LOG.warn("A file of the library was not read: {}", e.toString());
            return false;
        }
    }
}
