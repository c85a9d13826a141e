package vn.lienket.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person of an organisation. One who was removed from the directory stays, inactive: his work and his signature outlive him.
 *
 * @param active false after removal from the directory: no login, no new work, no mail
 */
public record Person(
        String id,
        String name,
        String email,
        String organisation,
        Set<Role> roles,
        Set<String> skills,
        List<Absence> absences,
        boolean active) {

    /** The absence that covers the day, if any. */
    public Optional<Absence> absenceOn(LocalDate day) {
        return absences.stream().filter(absence -> absence.covers(day)).findFirst();
    }
}
