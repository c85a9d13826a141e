package vn.lienket.benchmark;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each kind of step took; from any thread. */
final class Samples {

    private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();

    <T> T time(String step, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        nanos.computeIfAbsent(step, name -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - begun);
        return result;
    }

    /** The application was too busy for a request. */
    void refused() {
        refusals.incrementAndGet();
    }

    int refusals() {
        return refusals.get();
    }

    int count(String step) {
        return nanos.containsKey(step) ? nanos.get(step).size() : 0;
    }

    /** In milliseconds; NaN if there is no sample. */
    double percentile(String step, int percent) {
        long[] sorted = nanos.getOrDefault(step, new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
