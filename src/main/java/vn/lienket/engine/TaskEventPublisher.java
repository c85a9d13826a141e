package vn.lienket.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
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
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
    }

    private void created(DelegateTask task) {
        if (task.getAssignee() != null || !Variables.flag(task, CaseVariables.QUIET)) {
            events.publishEvent(opened(task));
        }
    }

    private void assigned(DelegateTask task) {
        if (task.getAssignee() == null || task.getCreateTime() == null) {
            return;
        }
        TaskOpened opened = opened(task);
        requireMember(opened);
        Authentication user = identityService.getObject().getCurrentAuthentication();
        String by = user == null ? null : user.getUserId();
        if (!Objects.equals(by, task.getAssignee())) {
            events.publishEvent(new TaskAssigned(opened, by));
        }
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
                (String) task.getVariable(CaseVariables.CASE_CODE),
                (String) task.getVariable(CaseVariables.CHANNEL),
                task.getAssignee(),
                groups,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
