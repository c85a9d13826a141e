package vn.lienket.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person of an organisation. One who was removed from the directory stays, inactive: his work and his signature outlive him.
 *
 * @param absences those of the directory file and those that people have registered and not ended
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

    /**
     * The absence that takes him away from the work of a process on the day, if any.
     *
     * @param kind key of the process
     */
    public Optional<Absence> absenceOn(LocalDate day, String kind) {
        return absences.stream()
                .filter(absence -> absence.covers(day) && absence.isFrom(kind))
                .findFirst();
    }

    /** Whether he is away from all work that day. */
    public boolean isAwayOn(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.kinds().isEmpty() && absence.covers(day));
    }
}
