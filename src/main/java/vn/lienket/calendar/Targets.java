package vn.lienket.calendar;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** What figures are measured against, as {@code reference/targets.yaml} says, from which day on and by which source. */
@Service
public class Targets {

    private static final String ON_TIME = "onTime";

    private final DatedNumbers targets;
    private final Clock clock;

    Targets(CalendarProperties properties, Clock clock) {
        this.targets = DatedNumbers.read(DatedNumbers.Kind.TARGET, properties.targets());
        this.clock = clock;
    }

    /**
     * A target with its source.
     *
     * @param percent 0 to 100
     */
    public record Target(int percent, String citation) {}

    /** How many of the cases that come to a result do so in time, as it applies today. */
    public Target onTime() {
        DatedNumbers.Cited target = targets.citedOn(LocalDate.now(clock.withZone(Deadlines.ZONE)), ON_TIME);
        return new Target((int) target.number(), target.citation());
    }
}
