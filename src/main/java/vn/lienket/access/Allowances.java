package vn.lienket.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What each person, or each address, may still ask for. The longest unseen are forgotten, so that nobody can fill the memory. */
final class Allowances {

    private static final int SECONDS_AT_ONCE = 10;
    private static final int KNOWN = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final LoadingCache<String, Allowance> allowances;
    private final Limits limits;

    /**
     * What one of them may.
     *
     * @param aSecond requests a second for long; 0 = as many as they like
     * @param atOnce requests that are worked on at the same time
     * @param waiting how many more may wait for one of those to end
     * @param patience how long they wait
     */
    record Limits(int aSecond, int atOnce, int waiting, Duration patience) {}

    Allowances(Limits limits) {
        this.limits = limits;
        this.allowances = Caffeine.newBuilder()
                .maximumSize(KNOWN)
                .expireAfterAccess(REMEMBERED)
                .build(key -> new Allowance());
    }

    Allowance of(String key) {
        return allowances.get(key);
    }

    /** The allowance of one person or address. */
    final class Allowance {

        private final Bucket requests = limits.aSecond == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity((long) limits.aSecond * SECONDS_AT_ONCE)
                                .refillGreedy(limits.aSecond, Duration.ofSeconds(1)))
                        .build();
        private final Semaphore places = new Semaphore(limits.atOnce, true);

        /** Takes one request off; the time until there is one again if there is none, else zero. */
        Duration take() {
            return requests == null
                    ? Duration.ZERO
                    : Duration.ofNanos(requests.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
        }

        /** Takes a place among those that are worked on, waiting for one if that is allowed; to be left again. */
        boolean enter() {
            if (places.tryAcquire()) {
                return true;
            }
            if (places.getQueueLength() >= limits.waiting) {
                return false;
            }
            try {
                return places.tryAcquire(limits.patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void leave() {
            places.release();
        }
    }
}
