package vn.lienket.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a flood of refusals out of the trail: of the same kind from the same place the first ones of a minute are written, then only
 * their number.
 */
class Repetitions {

    static final int WRITTEN = 10;
    static final int KINDS = 2000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Kind(AuditAct act, String actor, String address) {}

    private static final class Count {
        private final Instant until;
        private AuditEvent last;
        private long seen;

        private Count(Instant until) {
            this.until = until;
        }
    }

    private final Clock clock;
    private final Map<Kind, Count> counts = new LinkedHashMap<>();

    Repetitions(Clock clock) {
        this.clock = clock;
    }

    /** What to write now for this refusal, if anything. From more places than can be counted, the place is no longer told apart. */
    synchronized Optional<AuditEvent> admit(AuditEvent event) {
        Instant now = clock.instant();
        Kind kind = new Kind(event.act(), event.fact(AuditEvent.Fact.ACTOR), event.fact(AuditEvent.Fact.ADDRESS));
        if (!counts.containsKey(kind) && counts.size() >= KINDS) {
            kind = new Kind(event.act(), null, null);
        }
        Count count = counts.computeIfAbsent(kind, first -> new Count(now.plus(WINDOW)));
        count.seen++;
        count.last = event;
        return count.seen <= WRITTEN ? Optional.of(event) : Optional.empty();
    }

    /** For every kind whose minute is over and of which not all were written, the last one with their number. */
    synchronized List<AuditEvent> over() {
        Instant now = clock.instant();
        List<AuditEvent> sums = new ArrayList<>();
        counts.values().removeIf(count -> {
            if (now.isBefore(count.until)) {
                return false;
            }
            if (count.seen > WRITTEN) {
                sums.add(count.last.saying(
                        "%d lần trong một phút, %d lần đầu đã ghi riêng".formatted(count.seen, WRITTEN)));
            }
            return true;
        });
        return sums;
    }
}
