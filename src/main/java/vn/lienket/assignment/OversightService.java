package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.TaskOpened;
import vn.lienket.cases.TaskOversight;
import vn.lienket.notification.TaskNotices;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.party.Substitutes;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/** Leaders and managers remind of the open tasks of their organisation, and give them to others there. */
@Service
@Transactional
public class OversightService implements TaskOversight {

    private static final int MAX_TASKS = 200;

    private final OpenWork openWork;
    private final TaskNotices notices;
    private final Parties parties;
    private final Groups groups;
    private final Substitutes substitutes;
    private final Limits limits;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OversightService(
            OpenWork openWork,
            TaskNotices notices,
            Parties parties,
            Groups groups,
            Substitutes substitutes,
            Limits limits,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openWork = openWork;
        this.notices = notices;
        this.parties = parties;
        this.groups = groups;
        this.substitutes = substitutes;
        this.limits = limits;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Person>> receivers(String caseCode) {
        User user = currentUser.require();
        Map<String, List<Person>> receivers = new HashMap<>();
        openWork.of(caseCode).stream()
                .filter(task -> oversees(user, task))
                .forEach(task -> receivers.put(task.taskId(), receivers(task, user.organisation())));
        return receivers;
    }

    @Override
    public boolean oversees(String assignee, Collection<String> candidates) {
        return oversees(currentUser.require(), assignee, candidates);
    }

    /**
     * To whom all of these tasks may be given, ordered by id: who has some of them already is one of them, unless he has all. What the
     * user does not oversee, or has ended, is passed over.
     *
     * @param taskIds at most {@value #MAX_TASKS}, else 400
     */
    @Transactional(readOnly = true)
    public List<Person> receivers(Collection<String> taskIds) {
        if (taskIds.size() > MAX_TASKS) {
            throw ProblemException.invalid("tasks", "Việc (tasks): không quá %d việc một lần.".formatted(MAX_TASKS));
        }
        User user = currentUser.require();
        List<TaskOpened> tasks = openWork.of(taskIds).stream()
                .filter(task -> task.channel() != null && user.inChannel(task.channel()) && oversees(user, task))
                .toList();
        return parties.people().stream()
                .filter(person -> tasks.stream().allMatch(task -> takes(person, task, user.organisation())))
                .filter(person -> tasks.stream().anyMatch(task -> !person.id().equals(task.assignee())))
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public String done(String taskId) {
        return openWork.lastRemark(taskId, currentUser.require().id(), today()).orElse(null);
    }

    /**
     * Reminds the worker of a task, or the group while nobody has taken it; 404 for one that is not there or has ended, 403 for who may
     * not, 409 if it has been done often enough today.
     *
     * @return the code of its case
     */
    public String remind(String taskId, String note) {
        User user = currentUser.require();
        TaskOpened task = hold(taskId, user);
        String said = note(note);
        long most = limits.of(Limit.TASK_REMINDERS_A_DAY);
        if (openWork.reminders(taskId, today()) >= most) {
            throw ProblemException.conflict(
                    "Việc “%s” hôm nay đã được nhắc; mỗi việc chỉ nhắc %d lần một ngày.".formatted(task.name(), most));
        }
        String sentence = "%s đã nhắc việc “%s” của %s."
                .formatted(parties.personName(user.id()), task.name(), notices.whose(task));
        events.publishEvent(new WorkReminded(taskId, said == null ? sentence : sentence + " Lời nhắn: " + said));
        notices.nudged(task, user.id(), said);
        return task.caseCode();
    }

    /**
     * Gives a task to somebody else; refuses as the other, and with 400 or 409 who cannot do it.
     *
     * @param person user id, or null: back to the group
     * @return the code of its case
     */
    public String give(String taskId, String person, String note) {
        User user = currentUser.require();
        String worker = find(taskId, user).assignee();
        TaskOpened task = hold(taskId, user);
        String receiver = Answers.optionalText("person", "Người nhận việc", person);
        String said = note(note);
        if (!Objects.equals(worker, task.assignee())) {
            throw ProblemException.conflict(
                    "Việc “%s” vừa được chuyển cho %s.".formatted(task.name(), notices.whose(task)));
        }
        if (receiver == null) {
            requireGroup(task);
        } else {
            requireReceiver(task, receiver, user.organisation());
        }
        events.publishEvent(new WorkGiven(taskId, receiver, said));
        return task.caseCode();
    }

    private TaskOpened hold(String taskId, User user) {
        return overseen(openWork.hold(taskId), user);
    }

    private TaskOpened find(String taskId, User user) {
        return overseen(openWork.find(taskId), user);
    }

    private TaskOpened overseen(Optional<TaskOpened> found, User user) {
        TaskOpened task = found.filter(open -> open.channel() != null && user.inChannel(open.channel()))
                .orElseThrow(() -> ProblemException.notFound("Việc này không có, hoặc đã kết thúc."));
        if (!oversees(user, task)) {
            throw ProblemException.forbidden(
                    "Chỉ lãnh đạo hoặc người theo dõi của đơn vị xử lý việc này được nhắc việc, giao lại việc.");
        }
        return task;
    }

    private boolean oversees(User user, TaskOpened task) {
        return oversees(user, task.assignee(), task.candidateGroups());
    }

    private boolean oversees(User user, String assignee, Collection<String> candidates) {
        String organisation = user.organisation();
        return organisation != null
                && (user.has(organisation, Role.LEADER) || user.has(organisation, Role.MANAGER))
                && groups.responsible(assignee, candidates)
                        .anyMatch(responsible -> responsible.id().equals(organisation));
    }

    private List<Person> receivers(TaskOpened task, String organisation) {
        return parties.people().stream()
                .filter(person -> !person.id().equals(task.assignee()) && takes(person, task, organisation))
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }

    private boolean takes(Person person, TaskOpened task, String organisation) {
        return fits(person, task, organisation) && substitutes.isPresent(person, task.process());
    }

    /** Whether he could take the task himself: by its groups, or by a role that its worker has if it has none. */
    private boolean fits(Person person, TaskOpened task, String organisation) {
        if (!person.active() || !person.organisation().equals(organisation)) {
            return false;
        }
        Stream<Role> roles = person.roles().stream().filter(Role::doesWork);
        return task.candidateGroups().isEmpty()
                ? roles.anyMatch(rolesOf(task.assignee())::contains)
                : roles.map(role -> role.groupOf(organisation)).anyMatch(task.candidateGroups()::contains);
    }

    private Set<Role> rolesOf(String person) {
        return parties.person(person).map(Person::roles).orElse(Set.of());
    }

    private void requireReceiver(TaskOpened task, String receiver, String organisation) {
        Person person = parties.person(receiver)
                .filter(found -> fits(found, task, organisation))
                .orElseThrow(() -> ProblemException.invalid(
                        "person",
                        "Người nhận việc: hãy chọn người đang làm việc ở đơn vị, có vai trò xử lý việc này."));
        if (receiver.equals(task.assignee())) {
            throw ProblemException.conflict("Việc “%s” đang do %s xử lý.".formatted(task.name(), person.name()));
        }
        if (!substitutes.isPresent(person, task.process())) {
            throw ProblemException.conflict(
                    "Không thể giao việc “%s” cho %s: người này đang vắng mặt.".formatted(task.name(), person.name()));
        }
    }

    private static void requireGroup(TaskOpened task) {
        if (task.candidateGroups().isEmpty()) {
            throw ProblemException.conflict(
                    "Việc “%s” không thuộc nhóm nào; hãy chọn người nhận việc.".formatted(task.name()));
        }
        if (task.assignee() == null) {
            throw ProblemException.conflict("Việc “%s” đang chờ nhóm nhận.".formatted(task.name()));
        }
    }

    private String note(String note) {
        long most = limits.of(Limit.TASK_NOTE);
        if (Answers.stripped(note).length() > most) {
            throw ProblemException.invalid("note", "Lời nhắn: không quá %d ký tự.".formatted(most));
        }
        return Answers.optionalText("note", "Lời nhắn", note);
    }

    private Instant today() {
        return LocalDate.now(clock.withZone(Deadlines.ZONE))
                .atStartOfDay(Deadlines.ZONE)
                .toInstant();
    }
}
