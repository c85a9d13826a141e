package vn.lienket.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * How long each kind of work may take, and how long before a last day people are warned, as {@code reference/terms.yaml} says, from
 * which day on and by which source; models call it as {@code ${terms.days('Task_DraftAgreement')}}.
 */
@Service("terms")
public class Terms {

    private final DatedNumbers terms;
    private final Clock clock;

    Terms(CalendarProperties properties, Clock clock) {
        this.terms = DatedNumbers.read(DatedNumbers.Kind.TERM, properties.terms());
        this.clock = clock;
    }

    /**
     * The days that apply today; before the first term, that one.
     *
     * @param term the id of a task, or the word for what is no task or several share
     * @throws IllegalArgumentException for an unknown term
     */
    public int days(String term) {
        return days(term, LocalDate.now(clock.withZone(Deadlines.ZONE)));
    }

    /** The days that apply to what began on this day. */
    public int days(String term, LocalDate on) {
        return (int) terms.on(on, term);
    }

    /** The terms there are, each by its id. */
    public Set<String> all() {
        return terms.names();
    }

    /** What applies today. */
    public Map<String, Integer> today() {
        Map<String, Integer> today = new TreeMap<>();
        all().forEach(term -> today.put(term, days(term)));
        return today;
    }
}
