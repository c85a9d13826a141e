package vn.lienket.assignment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom a stage of the deadline ladder tells, and when.
 *
 * @param stage from 1
 * @param days working days after the due date; below 0 before it
 * @param tell {@code worker} and ids of roles in the responsible organisation
 * @param urgent whether it is told at once, else with the day's mail
 * @param organisation only of this one, or null; so role and process
 * @param from first day on which it applies
 */
record LadderStep(
        int stage,
        int days,
        Set<String> tell,
        boolean urgent,
        String organisation,
        String role,
        String process,
        LocalDate from) {

    LadderStep {
        tell = Set.copyOf(tell);
    }

    boolean isGeneral() {
        return precision() == 0;
    }

    /** How much it says about whose work it is for. */
    long precision() {
        return Stream.of(organisation, role, process).filter(Objects::nonNull).count();
    }

    boolean isFor(Work work) {
        return fits(organisation, work.organisation()) && fits(role, work.role()) && fits(process, work.process());
    }

    private static boolean fits(String wanted, String given) {
        return wanted == null || wanted.equals(given);
    }

    /** Whose work a task is; organisation and role are null where its group tells of none. */
    record Work(String organisation, String role, String process) {}
}
