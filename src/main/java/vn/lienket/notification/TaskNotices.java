package vn.lienket.notification;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskAssigned;
import vn.lienket.cases.TaskOpened;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;

/** The mails about tasks. A task that belongs to no dossier is not told of. */
@Component
public class TaskNotices {

    /** How many tasks of a kind one mail lists; it says how many more there are. */
    static final int MAX_LINES = 50;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

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

    /**
     * The assignee, or else the group, is reminded of a task by somebody who oversees it.
     *
     * @param by user id
     * @param note what he says to it, or null
     */
    public void nudged(TaskOpened task, String by, String note) {
        send(
                task,
                "nudged:" + messages.transaction(),
                audience.workers(task),
                "Nhắc việc",
                "task-nudged",
                Map.of("by", nameOf(by), "note", Objects.requireNonNullElse(note, "")));
    }

    /**
     * Who is told of a task.
     *
     * @param tell {@code worker}, which is its assignee or else its group, and ids of roles in the responsible organisation
     */
    public List<Recipient> told(TaskOpened task, Set<String> tell) {
        return audience.told(task, tell);
    }

    /** Tells somebody in one mail of tasks that are due soon, or were due; a mail about one task is in the case's mails. */
    public void due(Recipient recipient, List<DueTask> tasks) {
        Instant now = clock.instant();
        if (tasks.size() == 1) {
            DueTask due = tasks.get(0);
            if (isPast(due, now)) {
                send(due.task(), event("escalated", due), List.of(recipient), "Quá hạn", "task-escalation", Map.of());
            } else {
                send(due.task(), event("reminded", due), List.of(recipient), "Sắp đến hạn", "task-reminder", Map.of());
            }
        } else if (!tasks.isEmpty()) {
            digest(recipient, tasks, now);
        }
    }

    private static boolean isPast(DueTask due, Instant now) {
        return !due.task().due().isAfter(now);
    }

    private static String event(String what, DueTask due) {
        return "%s:%d:%s".formatted(what, due.stage(), due.task().due());
    }

    private void digest(Recipient recipient, List<DueTask> tasks, Instant now) {
        Map<Boolean, List<TaskOpened>> past = tasks.stream()
                .collect(Collectors.partitioningBy(
                        due -> isPast(due, now), Collectors.mapping(DueTask::task, Collectors.toList())));
        List<DueSection> sections = Stream.of(
                        section("Quá hạn", past.get(true)), section("Sắp đến hạn", past.get(false)))
                .filter(section -> !section.tasks().isEmpty())
                .toList();
        String subject = sections.stream()
                .map(section -> "%s: %s việc".formatted(section.heading(), section.count()))
                .collect(Collectors.joining("; "));
        notifications.send(new Notice(
                "due:" + messages.transaction(),
                null,
                List.of(recipient),
                subject,
                "tasks-due",
                Map.of("sections", sections, "link", properties.linkToTasks())));
    }

    private DueSection section(String heading, List<TaskOpened> tasks) {
        return new DueSection(
                heading,
                inWords(tasks.size()),
                tasks.stream().limit(MAX_LINES).map(this::line).toList(),
                tasks.size() > MAX_LINES ? inWords(tasks.size() - MAX_LINES) : null);
    }

    private DueLine line(TaskOpened task) {
        return new DueLine(
                task.caseCode(),
                task.name(),
                dueDates.inWords(task.due(), audience.responsible(task)),
                actors(task),
                properties.linkToTask(task.taskId()));
    }

    private static String inWords(int number) {
        return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
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
        return Objects.requireNonNullElse(parties.personName(user), "");
    }

    /** @param more how many are not listed, or null */
    private record DueSection(String heading, String count, List<DueLine> tasks, String more) {}

    private record DueLine(String caseCode, String name, String due, String actors, String link) {}
}
