package vn.lienket.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskOpened;
import vn.lienket.notification.MailKind;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.TaskNotices;

/** Who is told of tasks that have reached a stage of the ladder. */
@Component
class Addressees {

    private final Ladder ladder;
    private final TaskNotices notices;

    Addressees(Ladder ladder, TaskNotices notices) {
        this.ladder = ladder;
        this.notices = notices;
    }

    /** By whom to tell what. Asks once who is told of tasks that are told alike: of thousands that are due at once, most are. */
    Map<Recipient, List<ToldTask>> of(Collection<ToldTask> noted, boolean urgent) {
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

    /** What kind of mail it is about. */
    MailKind kind(ToldTask told) {
        return ladder.step(told.stage(), ladder.work(told.task())).days() < 0 ? MailKind.REMINDER : MailKind.OVERDUE;
    }

    /** Under which a recipient waits for his daily mail. */
    static String key(Recipient recipient) {
        return recipient.personId() == null ? recipient.email() : recipient.personId();
    }
}
