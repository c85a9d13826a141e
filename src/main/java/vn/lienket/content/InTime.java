package vn.lienket.content;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has work done that may not come to an end: in a thread of its own, which is left to itself at the deadline. */
public final class InTime {

    private InTime() {}

    /**
     * What the work answers.
     *
     * @param name of the thread
     * @throws TimeoutException if the deadline came first; the thread is then interrupted
     * @throws ExecutionException with what the work threw
     */
    public static <T> T call(String name, Duration deadline, Callable<T> work)
            throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            task.cancel(true);
        }
    }
}
