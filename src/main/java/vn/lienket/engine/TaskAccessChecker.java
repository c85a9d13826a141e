package vn.lienket.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import vn.lienket.problem.ProblemException;

/**
 * The one rule of who works on a task, at every door, since every command asks here: its assignee, a member of one of its candidate
 * groups, or an administrator. What the task is, when it is due and whose it is (beyond its assignee) only an administrator changes.
 * And who may send a message to a case (withdraw, terminate): officers and leaders of the organisation that opened it.
 */
class TaskAccessChecker extends AuthorizationCommandChecker {

    private static final Set<String> MESSAGE_COMMANDS =
            Set.of("CorrelateMessageCmd", "CorrelateAllMessageCmd", "MessageEventReceivedCmd");

    private static final Set<String> ADMINISTRATION = Set.of(
            "AddUserIdentityLinkCmd",
            "AddGroupIdentityLinkCmd",
            "DeleteUserIdentityLinkCmd",
            "DeleteGroupIdentityLinkCmd",
            "SetTaskOwnerCmd",
            "SetTaskNameCmd",
            "SetTaskDescriptionCmd",
            "SetTaskPriorityCmd",
            "SetTaskDueDateCmd",
            "HandleTaskBpmnErrorCmd",
            "HandleTaskEscalationCmd");

    /** What a participant may change by saving a whole task. */
    private static final Set<String> OF_PARTICIPANTS = Set.of(TaskEntity.ASSIGNEE, TaskEntity.FOLLOW_UP_DATE);

    private final CurrentCommand currentCommand;

    TaskAccessChecker(CurrentCommand currentCommand) {
        this.currentCommand = currentCommand;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        requireParticipant(task);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        requireParticipant(task);
    }

    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        Authentication user = person();
        if (user != null && !isAdministrator(user) && currentCommand.onlyCallersDoing() && !currentCommand.isStart()) {
            throw refusal("Hồ sơ chỉ được mở từ bước đầu tiên.");
        }
        super.checkCreateProcessInstance(definition);
    }

    @Override
    public void checkUpdateProcessInstance(ExecutionEntity execution) {
        if (MESSAGE_COMMANDS.contains(currentCommand.name()) && mayMessage(execution)) {
            return;
        }
        super.checkUpdateProcessInstance(execution);
    }

    private boolean mayMessage(ExecutionEntity execution) {
        Authentication user = Context.getCommandContext().getAuthentication();
        return user != null
                && execution.getProcessInstance().getVariable(CaseVariables.LEAD_ORGANISATION) instanceof String lead
                && !Collections.disjoint(groups(user), CaseMessages.senders(lead));
    }

    private void requireParticipant(TaskEntity task) {
        Authentication user = person();
        if (user == null || isAdministrator(user)) {
            return;
        }
        boolean participant = user.getUserId().equals(assignee(task))
                || task.getIdentityLinks().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getGroupId)
                        .anyMatch(groups(user)::contains);
        if (!participant) {
            throw refusal("Bạn không có quyền xử lý việc “%s”: việc này thuộc người khác hoặc đơn vị khác."
                    .formatted(task.getName()));
        }
        if (ADMINISTRATION.contains(currentCommand.name())
                || currentCommand.name().equals("SaveTaskCmd") && isRewritten(task)) {
            throw refusal("Chỉ người quản trị được thay đổi thông tin, thời hạn hoặc nhóm xử lý của một việc.");
        }
    }

    /** The assignee before this command: whoever saves a whole task may have made himself the assignee. */
    private static String assignee(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? task.getAssignee() : (String) change.getOrgValue();
    }

    private static boolean isRewritten(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        return execution != null && !Objects.equals(execution.getTenantId(), task.getTenantId())
                || task.getPropertyChanges().values().stream()
                        .filter(change -> !OF_PARTICIPANTS.contains(change.getPropertyName()))
                        .anyMatch(TaskAccessChecker::isReal);
    }

    /** The same moment may come back as another kind of date. */
    private static boolean isReal(PropertyChange change) {
        return !(change.getOrgValue() instanceof Date before
                && change.getNewValue() instanceof Date after
                && before.getTime() == after.getTime());
    }

    /** Whose permissions count in this command; null for the product itself. */
    private static Authentication person() {
        CommandContext command = Context.getCommandContext();
        Authentication user = command.getAuthentication();
        return command.isAuthorizationCheckEnabled() && user != null && user.getUserId() != null ? user : null;
    }

    private static boolean isAdministrator(Authentication user) {
        return groups(user).contains(Groups.CAMUNDA_ADMIN);
    }

    private static Collection<String> groups(Authentication user) {
        return user.getGroupIds() == null ? Set.of() : user.getGroupIds();
    }

    private static ProcessEngineException refusal(String sentence) {
        return Refusals.asEngineException(ProblemException.forbidden(sentence));
    }
}
