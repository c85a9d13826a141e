package vn.lienket.engine;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;

/**
 * The one rule of who works on a task, at every door, since every command asks here: its assignee, a member of one of its candidate
 * groups, or an administrator. And who may send a message to a case (withdraw, terminate): officers and leaders of the organisation
 * that opened it.
 */
class TaskAccessChecker extends AuthorizationCommandChecker {

    private static final Set<String> MESSAGE_COMMANDS =
            Set.of("CorrelateMessageCmd", "CorrelateAllMessageCmd", "MessageEventReceivedCmd");

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
    public void checkUpdateProcessInstance(ExecutionEntity execution) {
        if (MESSAGE_COMMANDS.contains(currentCommand.name()) && mayMessage(execution)) {
            return;
        }
        super.checkUpdateProcessInstance(execution);
    }

    private boolean mayMessage(ExecutionEntity execution) {
        Authentication user = Context.getCommandContext().getAuthentication();
        return user != null
                && user.getGroupIds() != null
                && execution.getProcessInstance().getVariable(CaseVariables.LEAD_ORGANISATION) instanceof String lead
                && (user.getGroupIds().contains(Role.OFFICER.groupOf(lead))
                        || user.getGroupIds().contains(Role.LEADER.groupOf(lead)));
    }

    private void requireParticipant(TaskEntity task) {
        CommandContext command = Context.getCommandContext();
        Authentication user = command.getAuthentication();
        if (!command.isAuthorizationCheckEnabled() || user == null || user.getUserId() == null) {
            return;
        }
        Collection<String> groups = user.getGroupIds() == null ? Set.of() : user.getGroupIds();
        boolean participant = groups.contains(Groups.CAMUNDA_ADMIN)
                || user.getUserId().equals(task.getAssignee())
                || task.getIdentityLinks().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getGroupId)
                        .anyMatch(groups::contains);
        if (!participant) {
            throw Refusals.asEngineException(ProblemException.forbidden(
                    "Bạn không có quyền xử lý việc “%s”: việc này thuộc người khác hoặc đơn vị khác."
                            .formatted(task.getName())));
        }
    }
}
