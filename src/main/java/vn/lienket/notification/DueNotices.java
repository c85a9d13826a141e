package vn.lienket.notification;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskOpened;

/** The mails about many tasks: of those that come due at once, and the one that each person has a day. */
@Component
public class DueNotices {

    /** How much of a kind one mail lists; it says how much more there is. */
    private static final int MAX_LINES = 50;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String STATE = "state";

    private final Notifications notifications;
    private final TaskNotices tasks;
    private final LaterMails later;
    private final Messages messages;
    private final NotificationProperties properties;
    private final Clock clock;

    DueNotices(
            Notifications notifications,
            TaskNotices tasks,
            LaterMails later,
            Messages messages,
            NotificationProperties properties,
            Clock clock) {
        this.notifications = notifications;
        this.tasks = tasks;
        this.later = later;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    /** For whom something is kept that he wants in his daily mail only. */
    public Set<String> awaited() {
        return later.people();
    }

    /** Tells somebody of tasks that are due soon, or were due; a mail about one task is in the case's mails. */
    public void tell(Recipient recipient, List<DueTask> due) {
        if (due.size() == 1) {
            tasks.due(recipient, due.get(0));
        } else if (!due.isEmpty()) {
            send(recipient, "due:" + messages.transaction(), "Các việc dưới đây chưa hoàn thành.", sections(due), null);
        }
    }

    /**
     * The day's mail: the tasks, whatever else has been kept for the person, and how his week begins. False if there is nothing to say.
     *
     * @param overview null on other days
     */
    public boolean tellDaily(Recipient recipient, List<DueTask> due, Overview overview) {
        List<LaterMails.Later> kept =
                recipient.personId() == null ? List.of() : later.take(recipient.personId(), MAX_LINES);
        boolean weekBegins = overview != null && !overview.parts().isEmpty();
        if (kept.isEmpty() && !weekBegins) {
            tell(recipient, due);
            return !due.isEmpty();
        }
        List<Section> sections = Stream.concat(
                        sections(due).stream(),
                        kept.stream()
                                .collect(Collectors.groupingBy(
                                        LaterMails.Later::kind, LinkedHashMap::new, Collectors.toList()))
                                .values()
                                .stream()
                                .map(this::kept))
                .toList();
        String event = (weekBegins ? "overview:" : "due:") + messages.transaction();
        send(
                recipient,
                event,
                weekBegins ? "Đây là tình hình công việc đầu tuần." : "Đây là thư hằng ngày về công việc.",
                sections,
                weekBegins ? overview : null);
        return true;
    }

    private void send(Recipient recipient, String event, String intro, List<Section> sections, Overview overview) {
        List<String> subject = new ArrayList<>();
        Map<String, Object> model = new HashMap<>();
        if (overview != null) {
            subject.add("Tổng hợp đầu tuần " + DAY.format(overview.week()));
            model.put("parts", overview.parts().stream().map(this::part).toList());
        }
        sections.stream()
                .map(section -> "%s: %s %s".formatted(section.heading(), section.count(), section.unit()))
                .forEach(subject::add);
        model.put("intro", intro);
        model.put("sections", sections);
        model.put("link", properties.linkToTasks());
        model.put("choices", properties.linkToChoices());
        notifications.send(new Notice(event, null, List.of(recipient), String.join("; ", subject), "tasks-due", model));
    }

    private List<Section> sections(List<DueTask> due) {
        Instant now = clock.instant();
        Map<Boolean, List<TaskOpened>> past = due.stream()
                .collect(Collectors.partitioningBy(
                        task -> task.isPast(now), Collectors.mapping(DueTask::task, Collectors.toList())));
        return Stream.of(section("Quá hạn", past.get(true)), section("Sắp đến hạn", past.get(false)))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private Section section(String heading, List<TaskOpened> found) {
        return new Section(
                heading,
                inWords(found.size()),
                "việc",
                found.stream().limit(MAX_LINES).map(this::line).toList(),
                more(found.size()),
                null);
    }

    private Section kept(List<LaterMails.Later> kept) {
        LaterMails.Later first = kept.get(0);
        return new Section(
                first.kind().label(),
                inWords(first.total()),
                first.kind() == MailKind.WORK ? "việc" : "tin",
                kept.stream().map(this::line).toList(),
                more(first.total()),
                null);
    }

    private static String more(int found) {
        return found > MAX_LINES ? inWords(found - MAX_LINES) : null;
    }

    private Line line(TaskOpened task) {
        TaskNotices.Line line = tasks.line(task);
        return new Line(line.caseCode(), line.name(), line.link(), line.due(), line.actors());
    }

    private Line line(LaterMails.Later kept) {
        String link = kept.taskId() == null
                ? properties.linkToCases() + kept.caseCode()
                : properties.linkToTask(kept.taskId());
        return new Line(kept.caseCode(), kept.subject(), link, null, null);
    }

    private Part part(Overview.Part part) {
        List<KindRow> rows = Stream.concat(
                        part.kinds().stream()
                                .sorted(Comparator.comparing(Overview.Kind::name))
                                .map(DueNotices::row),
                        part.kinds().size() > 1 ? Stream.of(row(total(part.kinds()))) : Stream.empty())
                .toList();
        Overview.Kind total = total(part.kinds());
        List<Section> sections = Stream.of(
                        section("Quá hạn", total.overdue(), part.overdue(), part, "late"),
                        section("Đến hạn trong tuần", total.dueThisWeek(), part.dueThisWeek(), part, "open"))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        return new Part(
                part.heading(),
                part.assignee() == null ? "Hồ sơ tạm dừng" : "Việc tạm dừng",
                rows,
                sections,
                register(part, "open"));
    }

    private Section section(String heading, long total, List<TaskOpened> first, Overview.Part part, String state) {
        long more = total - first.size();
        return new Section(
                heading,
                inWords(total),
                "việc",
                first.stream().map(this::line).toList(),
                more > 0 ? inWords(more) : null,
                register(part, state));
    }

    /** Of a person the cases in which he has a task; of an organisation those of its channels. */
    private String register(Overview.Part part, String state) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(STATE, state);
        parameters.put("sort", "due");
        if (part.assignee() != null) {
            parameters.put("assignee", part.assignee());
        }
        return properties.linkToRegister(parameters);
    }

    private static Overview.Kind total(List<Overview.Kind> kinds) {
        return new Overview.Kind(
                "Tổng cộng",
                sum(kinds, Overview.Kind::open),
                sum(kinds, Overview.Kind::overdue),
                sum(kinds, Overview.Kind::dueThisWeek),
                sum(kinds, Overview.Kind::paused));
    }

    private static long sum(List<Overview.Kind> kinds, ToLongFunction<Overview.Kind> number) {
        return kinds.stream().mapToLong(number).sum();
    }

    private static KindRow row(Overview.Kind kind) {
        return new KindRow(
                kind.name(),
                inWords(kind.open()),
                inWords(kind.overdue()),
                inWords(kind.dueThisWeek()),
                inWords(kind.paused()));
    }

    private static String inWords(long number) {
        return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
    }

    /**
     * Lines under a heading.
     *
     * @param more how many are not listed, or null
     * @param register where all are, or null
     */
    private record Section(String heading, String count, String unit, List<Line> lines, String more, String register) {}

    /** @param due null for what is no task to be reminded of; so {@code actors} */
    private record Line(String caseCode, String name, String link, String due, String actors) {}

    private record Part(
            String heading, String pausedLabel, List<KindRow> kinds, List<Section> sections, String register) {}

    private record KindRow(String name, String open, String overdue, String dueThisWeek, String paused) {}
}
