package vn.lienket.party;

import java.time.LocalDate;

/**
 * A person's absence; both days included.
 *
 * @param substitute id of the person who takes the work, or null: it goes back to the group
 */
public record Absence(LocalDate from, LocalDate to, String substitute) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
