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
import vn.lienket.cases.TaskAssigned;
import vn.lienket.cases.TaskOpened;
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
        remarkHandingOver(task);
        forgetOwner((TaskEntity) task);
        if (task.getAssignee() == null || task.getCreateTime() == null) {
            return;
        }
        TaskOpened opened = opened(task);
        requireMember(opened);
        String by = actor();
        requirePresent(opened, by, ((TaskEntity) task).getTaskState());
        if (!Objects.equals(by, task.getAssignee())) {
            events.publishEvent(new TaskAssigned(opened, by));
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

    /** Somebody else than its holder has taken a task from him. */
    private void remarkHandingOver(DelegateTask task) {
        PropertyChange change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        String by = actor();
        if (by == null
                || change == null
                || !(change.getOrgValue() instanceof String before)
                || before.equals(by)
                || before.equals(task.getAssignee())) {
            return;
        }
        CaseRemarks.add(
                (TaskEntity) task,
                task.getAssignee() == null
                        ? "%s đã thu lại việc “%s” của %s."
                                .formatted(parties.personName(by), task.getName(), parties.personName(before))
                        : "%s đã giao việc “%s” của %s cho %s."
                                .formatted(
                                        parties.personName(by),
                                        task.getName(),
                                        parties.personName(before),
                                        parties.personName(task.getAssignee())));
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
