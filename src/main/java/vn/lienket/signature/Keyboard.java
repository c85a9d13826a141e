package vn.lienket.signature;

import java.util.Arrays;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;

/** Reads all the time, so that a line answers only a question that was there when it was ended: what was typed before is dropped. */
final class Keyboard {

    private final SynchronousQueue<char[]> answers = new SynchronousQueue<>();

    /** @param lines waits for the next line; null once there are no more */
    Keyboard(Supplier<char[]> lines) {
        Thread reading = new Thread(() -> read(lines), "keyboard");
        reading.setDaemon(true);
        reading.start();
    }

    /** The next line that is typed; empty if nothing can be typed any more. */
    char[] next() {
        try {
            return answers.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new char[0];
        }
    }

    private void read(Supplier<char[]> lines) {
        for (char[] line = lines.get(); line != null; line = lines.get()) {
            if (!answers.offer(line)) {
                Arrays.fill(line, ' ');
            }
        }
        try {
            while (true) {
                answers.put(new char[0]);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
