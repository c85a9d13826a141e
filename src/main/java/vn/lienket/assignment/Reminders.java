package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskOpened;
import vn.lienket.notification.DueTask;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.TaskNotices;

/**
 * Tells people of tasks that have reached a stage of the ladder: of what is urgent at once, of all else in one mail a day, from the
 * hour on that the office has set. Who has had his mail today hears of the rest tomorrow.
 */
@Component
class Reminders {

    private final OpenWork openWork;
    private final Ladder ladder;
    private final Digests digests;
    private final TaskNotices notices;
    private final DigestProperties properties;
    private final Clock clock;

    Reminders(
            OpenWork openWork,
            Ladder ladder,
            Digests digests,
            TaskNotices notices,
            DigestProperties properties,
            Clock clock) {
        this.openWork = openWork;
        this.ladder = ladder;
        this.digests = digests;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes what was noted at this moment, and sends what has waited long enough. */
    void tell(List<ToldTask> noted, Instant at) {
        byRecipient(noted, true).forEach((recipient, tasks) -> notices.due(recipient, due(tasks)));
        Set<String> waiting = new HashSet<>();
        byRecipient(noted, false).keySet().forEach(recipient -> waiting.add(key(recipient)));
        if (!waiting.isEmpty()) {
            digests.pend(waiting, at);
        }
        if (properties.isOpenAt(ZonedDateTime.now(clock).toLocalTime())) {
            sendDigests(LocalDate.now(clock));
        }
    }

    private void sendDigests(LocalDate today) {
        Map<String, Instant> waiting = digests.waiting(today);
        if (waiting.isEmpty()) {
            return;
        }
        List<ToldTask> noted = openWork.notedSince(Collections.min(waiting.values()));
        List<String> sent = new ArrayList<>();
        byRecipient(noted, false).forEach((recipient, tasks) -> {
            Instant since = waiting.get(key(recipient));
            List<ToldTask> news = since == null
                    ? List.of()
                    : tasks.stream().filter(task -> !task.at().isBefore(since)).toList();
            if (!news.isEmpty()) {
                notices.due(recipient, due(news));
                sent.add(key(recipient));
            }
        });
        digests.sent(sent, today);
        digests.settle(waiting.keySet());
    }

    /** Asks once who is told of tasks that are told alike: of thousands that are due at once, most are. */
    private Map<Recipient, List<ToldTask>> byRecipient(Collection<ToldTask> noted, boolean urgent) {
        Map<Recipient, List<ToldTask>> byRecipient = new LinkedHashMap<>();
        Map<List<Object>, List<Recipient>> known = new HashMap<>();
        for (ToldTask told : noted) {
            TaskOpened task = told.task();
            List<Object> alike =
                    Arrays.asList(task.assignee(), task.candidateGroups(), task.process(), told.from(), told.stage());
            known.computeIfAbsent(alike, same -> notices.told(task, tell(told, urgent)))
                    .forEach(recipient -> byRecipient
                            .computeIfAbsent(recipient, first -> new ArrayList<>())
                            .add(told));
        }
        return byRecipient;
    }

    /** All whom the stages tell that it has reached since it was told before. */
    private Set<String> tell(ToldTask told, boolean urgent) {
        Set<String> tell = new HashSet<>();
        LadderStep.Work work = ladder.work(told.task());
        IntStream.rangeClosed(told.from() + 1, told.stage())
                .mapToObj(stage -> ladder.step(stage, work))
                .filter(step -> step.urgent() == urgent)
                .forEach(step -> tell.addAll(step.tell()));
        return tell;
    }

    private static List<DueTask> due(List<ToldTask> tasks) {
        return tasks.stream()
                .map(told -> new DueTask(told.task(), told.stage()))
                .toList();
    }

    private static String key(Recipient recipient) {
        return recipient.personId() == null ? recipient.email() : recipient.personId();
    }
}
