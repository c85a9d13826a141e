package vn.lienket.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The highest numbers that the product takes, as {@code reference/limits.yaml} says, from which day on and by which source. */
@Service
public class Limits {

    private final DatedNumbers limits;
    private final Clock clock;

    Limits(CalendarProperties properties, Clock clock) {
        this.limits = DatedNumbers.read(DatedNumbers.Kind.LIMIT, properties.limits());
        this.clock = clock;
    }

    /** The limit that applies today; before the first one, that one. */
    public long of(Limit limit) {
        return limits.on(LocalDate.now(clock.withZone(Deadlines.ZONE)), limit.id());
    }

    /** What applies today, by {@link Limit#id()}. */
    public Map<String, Long> today() {
        Map<String, Long> today = new TreeMap<>();
        Arrays.stream(Limit.values()).forEach(limit -> today.put(limit.id(), of(limit)));
        return today;
    }
}
