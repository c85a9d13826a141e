package vn.lienket.notification;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * The due dates of some tasks are near: to the assignee or the group. Those of others have passed: to the leaders of the
     * responsible organisation and the assignee. Each person gets one mail about all that concern him; a mail about one task is in the
     * case's mails. Once for each task and date.
     */
    public void due(List<TaskOpened> near, List<TaskOpened> past) {
        Map<String, DueTasks> byAddress = new LinkedHashMap<>();
        collect(past, audience::superiors, byAddress, DueTasks::past);
        collect(near, audience::workers, byAddress, DueTasks::near);
        String event = byAddress.isEmpty() ? null : "due:" + messages.transaction();
        Map<String, DueTask> lines = new HashMap<>();
        byAddress.values().forEach(tasks -> {
            if (tasks.past().size() + tasks.near().size() == 1) {
                tasks.past().forEach(task -> escalate(task, tasks.recipient()));
                tasks.near().forEach(task -> remind(task, tasks.recipient()));
            } else {
                digest(tasks, event, lines);
            }
        });
    }

    /** Asks once who is told of tasks that have the same assignee and groups: of thousands that are due at once, most have. */
    private void collect(
            List<TaskOpened> tasks,
            Function<TaskOpened, List<Recipient>> told,
            Map<String, DueTasks> byAddress,
            Function<DueTasks, Set<TaskOpened>> section) {
        Map<List<Object>, List<Recipient>> known = new HashMap<>();
        for (TaskOpened task : tasks) {
            List<Object> actors = Arrays.asList(task.assignee(), task.candidateGroups());
            for (Recipient recipient : known.computeIfAbsent(actors, same -> told.apply(task))) {
                section.apply(byAddress.computeIfAbsent(
                                recipient.email(),
                                address -> new DueTasks(recipient, new LinkedHashSet<>(), new LinkedHashSet<>())))
                        .add(task);
            }
        }
    }

    private void digest(DueTasks tasks, String event, Map<String, DueTask> lines) {
        List<DueSection> sections = Stream.of(
                        section("Quá hạn", tasks.past(), lines), section("Sắp đến hạn", tasks.near(), lines))
                .filter(section -> !section.tasks().isEmpty())
                .toList();
        String subject = sections.stream()
                .map(section -> "%s: %s việc".formatted(section.heading(), section.count()))
                .collect(Collectors.joining("; "));
        notifications.send(new Notice(
                event,
                null,
                List.of(tasks.recipient()),
                subject,
                "tasks-due",
                Map.of("sections", sections, "link", properties.linkToTasks())));
    }

    private DueSection section(String heading, Set<TaskOpened> tasks, Map<String, DueTask> lines) {
        return new DueSection(
                heading,
                inWords(tasks.size()),
                tasks.stream()
                        .limit(MAX_LINES)
                        .map(task -> lines.computeIfAbsent(task.taskId(), id -> line(task)))
                        .toList(),
                tasks.size() > MAX_LINES ? inWords(tasks.size() - MAX_LINES) : null);
    }

    private DueTask line(TaskOpened task) {
        return new DueTask(
                task.caseCode(),
                task.name(),
                dueDates.inWords(task.due(), audience.responsible(task)),
                actors(task),
                properties.linkToTask(task.taskId()));
    }

    private static String inWords(int number) {
        return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
    }

    private void remind(TaskOpened task, Recipient recipient) {
        send(task, "reminded:" + task.due(), List.of(recipient), "Sắp đến hạn", "task-reminder", Map.of());
    }

    private void escalate(TaskOpened task, Recipient recipient) {
        send(task, "escalated:" + task.due(), List.of(recipient), "Quá hạn", "task-escalation", Map.of());
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

    /** What one person is told of, by due date. */
    private record DueTasks(Recipient recipient, Set<TaskOpened> past, Set<TaskOpened> near) {}

    /** @param more how many are not listed, or null */
    private record DueSection(String heading, String count, List<DueTask> tasks, String more) {}

    private record DueTask(String caseCode, String name, String due, String actors, String link) {}
}
