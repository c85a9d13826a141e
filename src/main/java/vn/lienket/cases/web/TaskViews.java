package vn.lienket.cases.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.OpenTask;
import vn.lienket.cases.process.OpenTasks;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;

/** The open tasks of a case as people read them; the caller has checked that the user may see the case. */
@Component
class TaskViews {

    private final OpenTasks openTasks;
    private final People people;
    private final CurrentUser currentUser;

    TaskViews(OpenTasks openTasks, People people, CurrentUser currentUser) {
        this.openTasks = openTasks;
        this.people = people;
        this.currentUser = currentUser;
    }

    /**
     * A task with whose it is, in words.
     *
     * @param taken whether it is somebody's, and does not wait in a group
     * @param due end of its last working day (+07:00), or null
     * @param mine whether it is the user's who is signed in, or waits in a group of his
     */
    record TaskView(
            String id, String name, String whose, boolean taken, OffsetDateTime due, boolean late, boolean mine) {}

    /**
     * Oldest first.
     *
     * @param late what was due before is late
     */
    List<TaskView> of(String caseCode, Instant late) {
        User user = currentUser.require();
        return openTasks.of(caseCode).stream()
                .map(task -> new TaskView(
                        task.id(),
                        task.name(),
                        whose(task),
                        task.assignee() != null,
                        task.due(),
                        task.due() != null && task.due().toInstant().isBefore(late),
                        isOf(user, task)))
                .toList();
    }

    private String whose(OpenTask task) {
        return Stream.concat(
                        Stream.ofNullable(task.assignee()).map(assignee -> worker(assignee, task.onBehalfOf())),
                        task.candidateGroups().stream()
                                .filter(group -> task.assignee() == null)
                                .map(people::groupName))
                .collect(Collectors.joining(", "));
    }

    private String worker(String assignee, String onBehalfOf) {
        return onBehalfOf == null
                ? people.name(assignee)
                : "%s, thay mặt %s".formatted(people.name(assignee), people.name(onBehalfOf));
    }

    private static boolean isOf(User user, OpenTask task) {
        return task.assignee() == null
                ? task.candidateGroups().stream().anyMatch(user.groups()::contains)
                : task.assignee().equals(user.id());
    }
}
