package vn.lienket.programme;

import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.party.Role;

/**
 * A piece of an activity's work.
 *
 * @param organisation a party of the channel
 * @param done whether it is finished in the current round
 */
@Table(schema = "lienket", value = "activity_item")
public record WorkItem(String title, String organisation, Role role, int dueInWorkingDays, boolean done) {

    static WorkItem planned(String title, String organisation, Role role, int dueInWorkingDays) {
        return new WorkItem(title, organisation, role, dueInWorkingDays, false);
    }

    WorkItem finished() {
        return new WorkItem(title, organisation, role, dueInWorkingDays, true);
    }

    WorkItem again() {
        return new WorkItem(title, organisation, role, dueInWorkingDays, false);
    }
}
