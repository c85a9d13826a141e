package vn.lienket.notification;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskAssigned;
import vn.lienket.cases.TaskOpened;
import vn.lienket.cases.TaskTaken;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;

/** The mails about tasks. A task that belongs to no dossier is not told of. */
@Component
public class TaskNotices {

    private final Notifications notifications;
    private final Messages messages;
    private final Audience audience;
    private final Groups groups;
    private final DueDates dueDates;
    private final Parties parties;
    private final NotificationProperties properties;
    private final Clock clock;

    TaskNotices(
            Notifications notifications,
            Messages messages,
            Audience audience,
            Groups groups,
            DueDates dueDates,
            Parties parties,
            NotificationProperties properties,
            Clock clock) {
        this.notifications = notifications;
        this.messages = messages;
        this.audience = audience;
        this.groups = groups;
        this.dueDates = dueDates;
        this.parties = parties;
        this.properties = properties;
        this.clock = clock;
    }

    /** The group or the assignee has a new task. */
    @EventListener
    void opened(TaskOpened task) {
        String event = task.assignee() == null ? "opened" : given(task);
        tell(task, event, "Việc mới", "task-opened", Map.of());
    }

    /** Somebody else gave the task to its assignee. */
    @EventListener
    void assigned(TaskAssigned assigned) {
        TaskOpened task = assigned.task();
        tell(
                task,
                given(task),
                "Việc được giao",
                "task-assigned",
                Map.of("by", nameOf(assigned.by()), "note", said(assigned.note())));
    }

    /** The former worker is told who has his task now; if nobody, so is the group that is to take it. */
    @EventListener
    void taken(TaskTaken taken) {
        TaskOpened task = taken.task();
        if (task.caseCode() == null) {
            return;
        }
        List<Recipient> told = Stream.concat(
                        parties.person(taken.from()).map(Recipient::of).stream(),
                        task.assignee() == null ? audience.workers(task).stream() : Stream.empty())
                .distinct()
                .toList();
        notifications.send(notice(
                        task,
                        "taken:%s:%s".formatted(taken.from(), messages.transaction()),
                        told,
                        task.assignee() == null ? "Việc trả lại nhóm" : "Việc đã giao người khác",
                        "task-taken",
                        Map.of("by", nameOf(taken.by()), "from", nameOf(taken.from()), "note", said(taken.note())))
                .ofWork(task.taskId()));
    }

    private static String said(String note) {
        return Objects.requireNonNullElse(note, "");
    }

    /** The group has a task back whose assignee is away. */
    public void returned(TaskOpened task) {
        tell(task, "returned:" + messages.transaction(), "Việc trả lại nhóm", "task-returned", Map.of());
    }

    /**
     * The assignee, or else the group, is reminded of a task by somebody who oversees it.
     *
     * @param by user id
     * @param note what he says to it, or null
     */
    public void nudged(TaskOpened task, String by, String note) {
        notifications.send(notice(
                task,
                "nudged:" + messages.transaction(),
                audience.workers(task),
                "Nhắc việc",
                "task-nudged",
                Map.of("by", nameOf(by), "note", said(note))));
    }

    /**
     * Who is told of a task.
     *
     * @param tell {@code worker}, which is its assignee or else its group, and ids of roles in the responsible organisation
     */
    public List<Recipient> told(TaskOpened task, Set<String> tell) {
        return audience.told(task, tell);
    }

    /** Tells somebody of one task that is due soon, or was due; in the mails of its case. */
    void due(Recipient recipient, DueTask due) {
        boolean past = due.isPast(clock.instant());
        notifications.send(notice(
                due.task(),
                event(past ? "escalated" : "reminded", due),
                List.of(recipient),
                past ? "Quá hạn" : "Sắp đến hạn",
                past ? "task-escalation" : "task-reminder",
                Map.of("choices", properties.linkToChoices())));
    }

    private static String event(String what, DueTask due) {
        return "%s:%d:%s".formatted(what, due.stage(), due.task().due());
    }

    /** A task as the mails list it that are about many. */
    Line line(TaskOpened task) {
        return new Line(
                task.caseCode(),
                task.name(),
                dueDates.inWords(task.due(), audience.responsible(task)),
                whose(task),
                properties.linkToTask(task.taskId()));
    }

    /** A task that is created for somebody is opened and assigned in one step: one event, told once. */
    private String given(TaskOpened task) {
        return "given:%s:%s".formatted(task.assignee(), messages.transaction());
    }

    private void tell(TaskOpened task, String event, String what, String template, Map<String, Object> more) {
        if (task.caseCode() != null) {
            notifications.send(notice(task, event, audience.workers(task), what, template, more)
                    .ofWork(task.taskId()));
        }
    }

    private Notice notice(
            TaskOpened task,
            String event,
            List<Recipient> recipients,
            String what,
            String template,
            Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("actors", whose(task));
        model.put("rows", rows(task));
        model.put("link", properties.linkToTask(task.taskId()));
        String subject = "[%s] %s: %s".formatted(task.caseCode(), what, task.name());
        return new Notice(
                "task:%s:%s".formatted(task.taskId(), event), task.caseCode(), recipients, subject, template, model);
    }

    private Map<String, String> rows(TaskOpened task) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Công việc", task.name());
        rows.put("Thời hạn", dueDates.inWords(task.due(), audience.responsible(task)));
        rows.put("Người xử lý", whose(task));
        return rows;
    }

    /** Its worker's name, or those of the groups that it waits in. */
    public String whose(TaskOpened task) {
        return task.assignee() == null
                ? task.candidateGroups().stream().map(groups::name).collect(Collectors.joining(", "))
                : nameOf(task.assignee());
    }

    private String nameOf(String user) {
        return Objects.requireNonNullElse(parties.personName(user), "");
    }

    /** What a mail says of one of many tasks. */
    record Line(String caseCode, String name, String due, String actors, String link) {}
}
