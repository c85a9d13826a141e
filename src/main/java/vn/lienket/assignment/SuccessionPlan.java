package vn.lienket.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.lienket.party.Organisation;

/**
 * What passes to a successor on its day, or has passed.
 *
 * @param since the first day of the successor; null as long as the directory names no last day of the predecessor
 * @param appliedAt when it took effect, or null: until then the directory may say otherwise
 * @param tasksPassed how many so far
 * @param people how many work in the organisation
 * @param openTasks by role, e.g. "Văn thư: 12"; those that are still to be passed on
 * @param openCases how many it leads
 * @param agreements how many in force it is a party of
 * @param channels names
 * @param registers the last numbers of this year, e.g. "05/BTT"
 */
public record SuccessionPlan(
        Organisation predecessor,
        Organisation successor,
        LocalDate since,
        Instant appliedAt,
        int tasksPassed,
        long people,
        List<String> openTasks,
        long openCases,
        long agreements,
        List<String> channels,
        List<String> registers) {

    /** Whether it has taken effect and tasks are still to be passed on. */
    public boolean isPassing() {
        return appliedAt != null && !openTasks.isEmpty();
    }
}
