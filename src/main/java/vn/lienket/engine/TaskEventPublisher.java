package vn.lienket.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienket.cases.TaskAct;
import vn.lienket.cases.TaskAssigned;
import vn.lienket.cases.TaskOpened;
import vn.lienket.cases.TaskStep;
import vn.lienket.cases.TaskTaken;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Substitutes;
import vn.lienket.problem.ProblemException;

/**
 * Publishes what happens to user tasks. A built-in listener, so that "skip custom listeners" in Cockpit drops no notification and no
 * check.
 */
@Component
class TaskEventPublisher extends AbstractBpmnParseListener {

    /** As the engine calls the state of a task that is changed after it was created. */
    private static final String UPDATED = "Updated";

    private final ApplicationEventPublisher events;
    private final ObjectProvider<IdentityService> identityService;
    private final Parties parties;
    private final Groups groups;
    private final Substitutes substitutes;

    TaskEventPublisher(
            ApplicationEventPublisher events,
            ObjectProvider<IdentityService> identityService,
            Parties parties,
            Groups groups,
            Substitutes substitutes) {
        this.events = events;
        this.identityService = identityService;
        this.parties = parties;
        this.groups = groups;
        this.substitutes = substitutes;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (task.getTaskListenersForEvent(TaskListener.EVENTNAME_CREATE) == null) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        } else {
            // behind the model's own, which names the task
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
    }

    private void created(DelegateTask task) {
        passDown((TaskEntity) task);
        passOn((TaskEntity) task);
        events.publishEvent(begun(task));
        if (task.getAssignee() != null || !Variables.flag(task, CaseVariables.QUIET)) {
            events.publishEvent(opened(task));
        }
    }

    /** The model names whom the case names; work of an organisation that has ended is its successor's. */
    private void passDown(TaskEntity task) {
        // not written yet, so there is none to delete
        for (IdentityLinkEntity link : task.getIdentityLinks()) {
            if (link.getGroupId() != null) {
                link.setGroupId(groups.acting(link.getGroupId()));
            }
        }
    }

    /** Who is away gets no new work, unless he is at work all the same: his substitute does, or it waits in the group. */
    private void passOn(TaskEntity task) {
        String kind = kind(task);
        Optional<Person> away = Optional.ofNullable(task.getAssignee())
                .flatMap(parties::person)
                .filter(person -> !person.id().equals(actor()) && !substitutes.isPresent(person, kind));
        if (away.isEmpty()) {
            return;
        }
        Optional<Person> substitute = substitutes.of(away.get(), kind, groups(task));
        if (substitute.isPresent()) {
            task.delegate(substitute.get().id());
            CaseRemarks.add(
                    task,
                    TaskAct.HANDED_OVER,
                    null,
                    "Việc “%s” của %s được giao cho %s làm thay."
                            .formatted(
                                    task.getName(),
                                    away.get().name(),
                                    substitute.get().name()));
        } else if (!groups(task).isEmpty()) {
            task.setAssignee(null);
        }
    }

    /** A task is done in another's place for as long as it is with his substitute. */
    private void forgetOwner(TaskEntity task) {
        boolean stillInHisPlace = Optional.ofNullable(task.getOwner())
                .flatMap(parties::person)
                .flatMap(owner -> substitutes.of(owner, kind(task)))
                .filter(substitute -> substitute.id().equals(task.getAssignee()))
                .isPresent();
        if (!stillInHisPlace && task.getDelegationState() != null) {
            task.setDelegationState(null);
            task.setOwner(null);
        }
    }

    private void assigned(DelegateTask task) {
        remarkHandingOver((TaskEntity) task);
        forgetOwner((TaskEntity) task);
        if (task.getAssignee() == null || task.getCreateTime() == null) {
            return;
        }
        TaskOpened opened = opened(task);
        requireMember(opened);
        String by = actor();
        requirePresent(opened, by, ((TaskEntity) task).getTaskState());
        if (!Objects.equals(by, task.getAssignee())) {
            events.publishEvent(new TaskAssigned(opened, by, TaskSupervision.note()));
        }
    }

    private void completed(DelegateTask task) {
        String by = actor();
        if (by != null && task.getAssignee() != null && !by.equals(task.getAssignee())) {
            CaseRemarks.add(
                    (TaskEntity) task,
                    "%s đã hoàn thành việc “%s” đang giao cho %s."
                            .formatted(parties.personName(by), task.getName(), parties.personName(task.getAssignee())));
        }
    }

    /** A task changes hands; not if somebody takes one that is free, or gives his own back. */
    private void remarkHandingOver(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        if (change == null || !UPDATED.equals(task.getTaskState())) {
            return;
        }
        String before = (String) change.getOrgValue();
        String after = task.getAssignee();
        String by = actor();
        boolean own = (before == null || before.equals(by)) && (after == null || after.equals(by));
        if (!own && !Objects.equals(before, after)) {
            String sentence =
                    by == null ? handedOver(task, before, after) : handedOver(task.getName(), by, before, after);
            String note = TaskSupervision.note();
            CaseRemarks.add(task, TaskAct.HANDED_OVER, by, note == null ? sentence : sentence + " Lời nhắn: " + note);
            if (by != null && before != null && !before.equals(by)) {
                events.publishEvent(new TaskTaken(opened(task), before, by, note));
            }
        }
    }

    private String handedOver(TaskEntity task, String before, String after) {
        if (before == null) {
            return "Việc “%s” được giao cho %s.".formatted(task.getName(), parties.personName(after));
        }
        String whose = "Việc “%s” của %s".formatted(task.getName(), parties.personName(before));
        if (after == null) {
            return whose + " được trả về nhóm vì người này không có mặt.";
        }
        String how = task.getDelegationState() == null ? "" : " làm thay";
        return "%s được chuyển cho %s%s.".formatted(whose, parties.personName(after), how);
    }

    private String handedOver(String task, String by, String before, String after) {
        String work = "%s đã %s việc “%s”".formatted(parties.personName(by), after == null ? "thu lại" : "giao", task);
        String from = before == null ? "" : " của " + (before.equals(by) ? "mình" : parties.personName(before));
        String to = after == null ? "" : " cho " + parties.personName(after);
        return work + from + to + ".";
    }

    private String actor() {
        Authentication user = identityService.getObject().getCurrentAuthentication();
        return user == null ? null : user.getUserId();
    }

    /** A task may only be handed to somebody who could have taken it himself. */
    private void requireMember(TaskOpened task) {
        boolean member = task.candidateGroups().isEmpty()
                || task.candidateGroups().stream()
                        .flatMap(group -> parties.members(group).stream())
                        .anyMatch(person -> person.id().equals(task.assignee()));
        if (!member) {
            throw Refusals.asEngineException(ProblemException.invalid(
                    "assignee",
                    "Không thể giao việc “%s” cho %s: người này không thuộc nhóm xử lý."
                            .formatted(task.name(), task.assignee())));
        }
    }

    /** Nor does anybody give work to who is away, or takes it himself: it would go on to his substitute. */
    private void requirePresent(TaskOpened task, String by, String state) {
        boolean away = by != null
                && UPDATED.equals(state)
                && parties.person(task.assignee())
                        .filter(person -> !substitutes.isPresent(person, task.process()))
                        .isPresent();
        if (away) {
            throw Refusals.asEngineException(ProblemException.conflict(
                    by.equals(task.assignee())
                            ? "Bạn đang trong kỳ vắng mặt. Hãy kết thúc kỳ vắng mặt ở trang Vắng mặt rồi nhận việc."
                            : "Không thể giao việc “%s” cho %s: người này đang vắng mặt."
                                    .formatted(task.name(), parties.personName(task.assignee()))));
        }
    }

    private static String kind(DelegateTask task) {
        return ((TaskEntity) task).getProcessDefinition().getKey();
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static TaskStep.Begun begun(DelegateTask task) {
        TaskOpened opened = opened(task);
        return new TaskStep.Begun(
                opened.taskId(),
                opened.caseCode(),
                opened.channel(),
                opened.process(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                opened.name(),
                opened.assignee(),
                opened.candidateGroups(),
                task.getCreateTime().toInstant(),
                opened.due());
    }

    private static TaskOpened opened(DelegateTask task) {
        return new TaskOpened(
                task.getId(),
                task.getName(),
                kind(task),
                CaseVariables.codeOf(task),
                task.getTenantId(),
                task.getAssignee(),
                groups(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
