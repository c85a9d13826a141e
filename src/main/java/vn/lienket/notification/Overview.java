package vn.lienket.notification;

import java.time.LocalDate;
import java.util.List;
import vn.lienket.cases.TaskOpened;

/**
 * How a person's work and that of the organisation he watches over stands at the beginning of a week.
 *
 * @param week its Monday
 */
public record Overview(LocalDate week, List<Part> parts) {

    public Overview {
        parts = List.copyOf(parts);
    }

    /**
     * Somebody's work.
     *
     * @param heading whose
     * @param assignee the person whose work it is, or null for an organisation's
     * @param kinds by kind of case
     * @param overdue the first of the overdue tasks, by due date
     * @param dueThisWeek the first of those that become due this week
     */
    public record Part(
            String heading, String assignee, List<Kind> kinds, List<TaskOpened> overdue, List<TaskOpened> dueThisWeek) {

        public Part {
            kinds = List.copyOf(kinds);
            overdue = List.copyOf(overdue);
            dueThisWeek = List.copyOf(dueThisWeek);
        }
    }

    /**
     * The numbers of a kind of case: open tasks, those of them that are overdue, and that become due this week, and what stands still:
     * of a person his tasks, of an organisation the cases that it leads.
     *
     * @param name what people call such a case
     */
    public record Kind(String name, long open, long overdue, long dueThisWeek, long paused) {}
}
