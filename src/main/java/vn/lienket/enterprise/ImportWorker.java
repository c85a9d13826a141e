package vn.lienket.enterprise;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** This node's one thread for imports: awake when a file arrives, and now and then for what other nodes have left. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final int SECONDS_TO_STOP = 30;
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportRunner runner;
    private final RegistryProperties properties;
    private final Semaphore bell = new Semaphore(0);
    private ExecutorService thread;
    private volatile boolean running;

    ImportWorker(ImportRunner runner, RegistryProperties properties) {
        this.runner = runner;
        this.properties = properties;
    }

    @EventListener
    void on(ImportAccepted event) {
        bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "registry-import"));
        thread.execute(this::work);
    }

    /** Waits for the batch in hand; the rest of the file is another node's, or this one's after its next start. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("The import's batch is not done yet; it will be rolled back");
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
                if (!runner.runNext(() -> running)) {
                    bell.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // such as a database that restarts: the next look will tell
                LOG.warn("Imports are not looked after: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(properties.poll().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
