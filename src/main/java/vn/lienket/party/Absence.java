package vn.lienket.party;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * A person's absence; both days included.
 *
 * @param substitute id of the person who takes the work, or null: it goes back to the group
 * @param kinds keys of the processes whose work it is about; empty: of all
 */
public record Absence(LocalDate from, LocalDate to, String substitute, Set<String> kinds) {

    public Absence {
        kinds = Set.copyOf(kinds);
    }

    /** From all work. */
    public Absence(LocalDate from, LocalDate to, String substitute) {
        this(from, to, substitute, Set.of());
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether it takes the person away from the work of this process. */
    public boolean isFrom(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** Whether there is a day and a kind of work that both take a person away from. */
    public boolean overlaps(Absence other) {
        boolean days = !other.from.isAfter(to) && !other.to.isBefore(from);
        return days && (kinds.isEmpty() || other.kinds.isEmpty() || !Collections.disjoint(kinds, other.kinds));
    }
}
