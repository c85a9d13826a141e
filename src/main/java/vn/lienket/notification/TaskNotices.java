package vn.lienket.notification;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.TaskAssigned;
import vn.lienket.engine.TaskOpened;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

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

    TaskNotices(
            Notifications notifications,
            Messages messages,
            Audience audience,
            Groups groups,
            DueDates dueDates,
            Parties parties,
            NotificationProperties properties) {
        this.notifications = notifications;
        this.messages = messages;
        this.audience = audience;
        this.groups = groups;
        this.dueDates = dueDates;
        this.parties = parties;
        this.properties = properties;
    }

    /** The group or the assignee has a new task. */
    @EventListener
    void opened(TaskOpened task) {
        String event = task.assignee() == null ? "opened" : given(task);
        send(task, event, audience.workers(task), "Việc mới", "task-opened", Map.of());
    }

    /** Somebody else gave the task to its assignee. */
    @EventListener
    void assigned(TaskAssigned assigned) {
        TaskOpened task = assigned.task();
        send(
                task,
                given(task),
                audience.workers(task),
                "Việc được giao",
                "task-assigned",
                Map.of("by", nameOf(assigned.by())));
    }

    /** The group has a task back whose assignee is away. */
    public void returned(TaskOpened task) {
        send(
                task,
                "returned:" + messages.transaction(),
                audience.workers(task),
                "Việc trả lại nhóm",
                "task-returned",
                Map.of());
    }

    /** The due date of a task is near: to the assignee or the group, once for each date. */
    public void remind(TaskOpened task) {
        send(task, "reminded:" + task.due(), audience.workers(task), "Sắp đến hạn", "task-reminder", Map.of());
    }

    /** The due date of a task has passed: to the leaders of the responsible organisation and the assignee; once. */
    public void escalate(TaskOpened task) {
        send(task, "escalated:" + task.due(), audience.superiors(task), "Quá hạn", "task-escalation", Map.of());
    }

    /** A task that is created for somebody is opened and assigned in one step: one event, told once. */
    private String given(TaskOpened task) {
        return "given:%s:%s".formatted(task.assignee(), messages.transaction());
    }

    private void send(
            TaskOpened task,
            String event,
            List<Recipient> recipients,
            String what,
            String template,
            Map<String, Object> more) {
        if (task.caseCode() == null) {
            return;
        }
        Map<String, Object> model = new HashMap<>(more);
        model.put("actors", actors(task));
        model.put("rows", rows(task));
        model.put("link", properties.linkToTask(task.taskId()));
        String subject = "[%s] %s: %s".formatted(task.caseCode(), what, task.name());
        notifications.send(new Notice(
                "task:%s:%s".formatted(task.taskId(), event), task.caseCode(), recipients, subject, template, model));
    }

    private Map<String, String> rows(TaskOpened task) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Công việc", task.name());
        rows.put("Thời hạn", dueDates.inWords(task.due(), audience.responsible(task)));
        rows.put("Người xử lý", actors(task));
        return rows;
    }

    private String actors(TaskOpened task) {
        return task.assignee() == null
                ? task.candidateGroups().stream().map(groups::name).collect(Collectors.joining(", "))
                : nameOf(task.assignee());
    }

    private String nameOf(String user) {
        return Stream.ofNullable(user)
                .map(id -> parties.person(id).map(Person::name).orElse(id))
                .findFirst()
                .orElse("");
    }
}
