package vn.lienket.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An absence as it stands in the tables, those that are over too.
 *
 * @param person user id
 * @param registeredBy user id, or null for one of the directory file
 * @param registeredAt null for one of the directory file
 * @param endedBy user id of who ended it before its time or called it off, or null
 * @param endedOn null unless somebody did
 */
public record RecordedAbsence(
        UUID id,
        String person,
        Absence absence,
        String registeredBy,
        Instant registeredAt,
        String endedBy,
        LocalDate endedOn) {

    /** Whether the directory file says it. */
    public boolean isListed() {
        return registeredBy == null;
    }

    public AbsenceState stateOn(LocalDate today) {
        if (endedOn != null) {
            return endedOn.isBefore(absence.from()) ? AbsenceState.CANCELLED : AbsenceState.PAST;
        }
        if (absence.from().isAfter(today)) {
            return AbsenceState.PLANNED;
        }
        return absence.covers(today) ? AbsenceState.CURRENT : AbsenceState.PAST;
    }
}
