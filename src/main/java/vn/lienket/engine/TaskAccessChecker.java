package vn.lienket.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;

/**
 * The one rule of who works on a task, at every door, since every command asks here. A task that nobody has taken: a member of one of
 * its candidate groups. A task that somebody has taken: he, or a leader of his organisation; a colleague waits until it is given back.
 * An administrator: any. What the task is, when it is due and whose it is (beyond its assignee) only an administrator changes.
 * And who may send a message to a case (withdraw, terminate): officers and leaders of the organisation that opened it.
 */
class TaskAccessChecker extends AuthorizationCommandChecker {

    static final Set<String> MESSAGE_COMMANDS =
            Set.of("CorrelateMessageCmd", "CorrelateAllMessageCmd", "MessageEventReceivedCmd");

    private static final Set<String> FORM_COMMANDS = Set.of("CompleteTaskCmd", "SubmitTaskFormCmd", "ResolveTaskCmd");

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
    private final Parties parties;
    private final List<StartPermission> starts;

    TaskAccessChecker(CurrentCommand currentCommand, Parties parties, List<StartPermission> starts) {
        this.currentCommand = currentCommand;
        this.parties = parties;
        this.starts = starts;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        requireParticipant(task);
        if (person() != null && currentCommand.isOutermost() && FORM_COMMANDS.contains(currentCommand.name())) {
            currentCommand.requireVariablesOf(fields(task));
        }
    }

    /** A task declares the fields of its form as its input, so that they are its own and not the case's. */
    private static Set<String> fields(TaskEntity task) {
        ActivityImpl activity =
                task.getExecution() == null ? null : task.getExecution().getActivity();
        return activity == null || activity.getIoMapping() == null
                ? Set.of()
                : activity.getIoMapping().getInputParameters().stream()
                        .map(InputParameter::getName)
                        .collect(Collectors.toSet());
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
        if (user != null && currentCommand.isOutermost() && currentCommand.isStart()) {
            starts.stream()
                    .filter(start -> start.processDefinitionKey().equals(definition.getKey()))
                    .findFirst()
                    .ifPresent(start -> currentCommand.requireVariablesOf(start.fields()));
        }
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
        String assignee = assignee(task);
        boolean own = user.getUserId().equals(assignee);
        boolean leads = assignee != null && leads(user, assignee);
        boolean candidate = task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .anyMatch(groups(user)::contains);
        if (!own && !leads && !candidate) {
            throw refusal("Bạn không có quyền xử lý việc “%s”: việc này thuộc người khác hoặc đơn vị khác."
                    .formatted(before(task, TaskEntity.NAME, task.getName())));
        }
        requireOwnClaim(user);
        if (assignee != null && !own) {
            requireTurn(task, assignee, leads);
        }
        if (ADMINISTRATION.contains(currentCommand.name())
                || currentCommand.name().equals("SaveTaskCmd") && isRewritten(task)) {
            throw refusal("Chỉ người quản trị được thay đổi thông tin, thời hạn hoặc nhóm xử lý của một việc.");
        }
    }

    private void requireTurn(TaskEntity task, String assignee, boolean leads) {
        String holder = parties.personName(assignee);
        if (currentCommand.name().equals("ClaimTaskCmd")) {
            throw Refusals.asEngineException(
                    ProblemException.conflict("Việc “%s” đã có %s nhận.".formatted(task.getName(), holder)));
        }
        if (!leads) {
            throw refusal(
                    "Việc “%s” đang do %s xử lý. Hãy đợi người này trả lại việc rồi nhận việc, hoặc nhờ lãnh đạo đơn vị giao lại."
                            .formatted(task.getName(), holder));
        }
    }

    private boolean leads(Authentication user, String assignee) {
        return parties.person(assignee)
                .map(person -> Role.LEADER.groupOf(person.organisation()))
                .filter(groups(user)::contains)
                .isPresent();
    }

    /** Nobody takes a task in a colleague's name; his leader gives it to him. */
    private void requireOwnClaim(Authentication user) {
        String claimant = currentCommand.claimant();
        if (claimant != null && !claimant.equals(user.getUserId()) && !leads(user, claimant)) {
            throw refusal("Bạn chỉ nhận việc cho chính mình; lãnh đạo đơn vị giao việc cho người khác.");
        }
    }

    /** The assignee before this command: whoever saves a whole task may have made himself the assignee. */
    private static String assignee(TaskEntity task) {
        return before(task, TaskEntity.ASSIGNEE, task.getAssignee());
    }

    private static String before(TaskEntity task, String property, String now) {
        PropertyChange change = task.getPropertyChanges().get(property);
        return change == null ? now : (String) change.getOrgValue();
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
