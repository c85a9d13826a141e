package vn.lienket.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;

/**
 * Publishes what happens to user tasks. A built-in listener, so that "skip custom listeners" in Cockpit drops no notification and no
 * check.
 */
@Component
class TaskEventPublisher extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<IdentityService> identityService;
    private final Parties parties;

    TaskEventPublisher(
            ApplicationEventPublisher events, ObjectProvider<IdentityService> identityService, Parties parties) {
        this.events = events;
        this.identityService = identityService;
        this.parties = parties;
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
        if (task.getAssignee() != null || !Variables.flag(task, CaseVariables.QUIET)) {
            events.publishEvent(opened(task));
        }
    }

    private void assigned(DelegateTask task) {
        remarkHandingOver(task);
        if (task.getAssignee() == null || task.getCreateTime() == null) {
            return;
        }
        TaskOpened opened = opened(task);
        requireMember(opened);
        String by = actor();
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

    private static TaskOpened opened(DelegateTask task) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new TaskOpened(
                task.getId(),
                task.getName(),
                CaseVariables.codeOf(task),
                task.getTenantId(),
                task.getAssignee(),
                groups,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
