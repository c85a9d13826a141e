package vn.lienket.support;

import java.io.IOException;

/** Threads of a test's servers, which end when their sockets are closed. */
public final class Background {

    private Background() {}

    /** What a thread does until its socket is closed. */
    public interface Step {
        void run() throws IOException, InterruptedException;
    }

    public static void run(String name, Step step) {
        Thread thread = new Thread(
                () -> {
                    try {
                        step.run();
                    } catch (IOException | InterruptedException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
