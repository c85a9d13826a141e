package vn.lienket.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.MessageFields;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * Asks of every command of the engine that a person sends, whatever the door, whether he may send it at all: {@link Powers}. What
 * the product does inside such a command, or with nobody signed in, is not asked.
 */
class CommandGuard extends CommandInterceptor {

    /** More than any form has. */
    private static final int MOST_VARIABLES = 200;

    /** By which the engine counts who has done a task that several do. */
    private static final Set<String> OF_A_LOOP =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    /** What a start says of the case it opens, or of the case it is about; the listener at the start checks it. */
    private static final Set<String> OF_A_START =
            Set.of(CaseVariables.CHANNEL, CaseVariables.LEAD_ORGANISATION, CaseVariables.CASE_CODE);

    private final ProcessEngineConfigurationImpl engine;
    private final CurrentCommand currentCommand;
    private final Parties parties;
    private final Limits limits;
    private final List<MessageFields> messages;
    private final boolean deployable;

    CommandGuard(
            ProcessEngineConfigurationImpl engine,
            CurrentCommand currentCommand,
            Parties parties,
            Limits limits,
            List<MessageFields> messages,
            boolean deployable) {
        this.engine = engine;
        this.currentCommand = currentCommand;
        this.parties = parties;
        this.limits = limits;
        this.messages = messages;
        this.deployable = deployable;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (currentCommand.isOutermost(command) && !isOurs(command)) {
            Authentication person = identities().getCurrentAuthentication();
            if (person != null && person.getUserId() != null) {
                requirePower(command, person);
                requireOwnVariables();
                requireOwnMessage(command);
            }
        }
        return next.execute(command);
    }

    /** A command that the product has written itself, to ask the engine for what it needs. */
    private static boolean isOurs(Command<?> command) {
        return command.getClass().getPackageName().startsWith("vn.lienket");
    }

    private void requirePower(Command<?> command, Authentication person) {
        String name = command.getClass().getSimpleName();
        if (Powers.REWRITING_REMARKS.contains(name)) {
            throw refusal("Ý kiến đã ghi thì không sửa, không xóa được; hãy ghi thêm một ý kiến mới.");
        }
        if (Powers.ATTACHING.contains(name)) {
            throw refusal("Tệp đính kèm chỉ nhận qua hồ sơ: hãy tải tệp lên ở mục tài liệu của hồ sơ.");
        }
        if (Powers.DEPLOYING.contains(name) && !deployable) {
            throw refusal("Việc triển khai mô hình qua REST đang tắt.");
        }
        if (!isAdministrator(person)) {
            requireOpen(command, name, person);
            requireVisible(command, name);
        }
        requireDirectory(command, name);
    }

    private void requireOpen(Command<?> command, String name, Authentication person) {
        if (!Powers.OF_STAFF.contains(name)) {
            throw refusal("Chỉ người quản trị được thực hiện thao tác này.");
        }
        if (name.equals("AddCommentCmd") && onlyWatches(person)) {
            throw refusal("Người theo dõi chỉ xem và cho chạy lại tác vụ, không ghi ý kiến vào hồ sơ.");
        }
        if (Powers.STACK_TRACES.contains(name) && !watches(person)) {
            throw refusal("Chi tiết lỗi kỹ thuật chỉ dành cho người theo dõi và người quản trị.");
        }
        if (name.equals("CheckPassword") && !person.getUserId().equals(CommandInput.text(command, "userId"))) {
            throw refusal("Chỉ được kiểm tra mật khẩu của chính mình.");
        }
        if (name.equals("SetJobRetriesCmd") && !isRetryOfAnOwnJob(command, person)) {
            throw refusal("Chỉ được cho chạy lại ngay từng tác vụ của kênh mình.");
        }
    }

    /** A retry may say that it is due, but not that it is due later. */
    private static boolean isPutOff(Command<?> command) {
        return CommandInput.value(command, "dueDate") instanceof Date due && due.after(ClockUtil.getCurrentTime());
    }

    /** A job without a channel serves all of them, and no retries left would be a stop. */
    private boolean isRetryOfAnOwnJob(Command<?> command, Authentication person) {
        String id = CommandInput.text(command, "jobId");
        if (id == null || isPutOff(command)) {
            return false;
        }
        int retries = (int) CommandInput.value(command, "retries");
        Job job = engine.getManagementService().createJobQuery().jobId(id).singleResult();
        return retries > 0
                && retries <= limits.of(Limit.JOB_RETRIES)
                && (job == null
                        || (job.getTenantId() != null
                                && person.getTenantIds() != null
                                && person.getTenantIds().contains(job.getTenantId())));
    }

    /** Remarks are stored without a channel, so the engine answers them to anybody who knows an id. */
    private void requireVisible(Command<?> command, String name) {
        boolean adding = name.equals("AddCommentCmd");
        String task = adding || Powers.REMARKS_OF_A_TASK.contains(name) ? CommandInput.text(command, "taskId") : null;
        String instance = adding && task == null || Powers.REMARKS_OF_A_CASE.contains(name)
                ? CommandInput.text(command, "processInstanceId")
                : null;
        boolean hidden = task != null
                        && engine.getHistoryService()
                                        .createHistoricTaskInstanceQuery()
                                        .taskId(task)
                                        .count()
                                == 0
                || instance != null
                        && engine.getHistoryService()
                                        .createHistoricProcessInstanceQuery()
                                        .processInstanceId(instance)
                                        .count()
                                == 0;
        if (hidden) {
            throw Refusals.asEngineException(ProblemException.notFound(Sentences.NOT_FOUND));
        }
    }

    /** People, their groups and channels come from the directory only, for administrators too: the next start would undo the rest. */
    private void requireDirectory(Command<?> command, String name) {
        boolean ofTheDirectory = switch (name) {
            case "CreateUserCmd" -> true;
            case "SaveUserCmd" -> isRewritten((User) CommandInput.value(command, "user"));
            case "DeleteUserCmd",
                    "CreateMembershipCmd",
                    "DeleteMembershipCmd",
                    "CreateTenantUserMembershipCmd",
                    "DeleteTenantUserMembershipCmd" ->
                parties.person(CommandInput.text(command, "userId")).isPresent();
            case "CreateTenantGroupMembershipCmd", "DeleteTenantGroupMembershipCmd", "DeleteGroupCmd" ->
                isOfAnOrganisation(CommandInput.text(command, "groupId"));
            case "DeleteTenantCmd" ->
                parties.channel(CommandInput.text(command, "tenantId")).isPresent();
            default -> false;
        };
        if (ofTheDirectory) {
            throw refusal(
                    "Người dùng, nhóm và kênh hợp tác chỉ lấy từ danh bạ; hãy đề nghị người quản trị sửa danh bạ.");
        }
    }

    /** A new password is not: it is the person's own. */
    private boolean isRewritten(User user) {
        if (identities().createUserQuery().userId(user.getId()).count() == 0) {
            return true;
        }
        return parties.person(user.getId())
                .filter(person -> !isAsListed(user, person))
                .isPresent();
    }

    private static boolean isAsListed(User user, Person person) {
        return Objects.requireNonNullElse(user.getFirstName(), "").isEmpty()
                && person.name().equals(user.getLastName())
                && person.email().equals(user.getEmail());
    }

    private boolean isOfAnOrganisation(String group) {
        return parties.organisations().stream()
                .anyMatch(organisation -> group != null && group.startsWith(organisation.id() + "-"));
    }

    /**
     * Names that steer the product are not a caller's to send. {@link CaseVariableGuard} refuses them where they are written; but the
     * scope that a message triggers gets its variables late, when the product has already begun to write its own.
     */
    private void requireOwnVariables() {
        boolean start = currentCommand.isStart();
        Set<String> names = currentCommand.callersVariables();
        if (names.size() > MOST_VARIABLES) {
            throw Refusals.asEngineException(ProblemException.tooLarge(
                    "Một lần gửi được nhiều nhất %d trường dữ liệu.".formatted(MOST_VARIABLES)));
        }
        for (String name : names) {
            if (OF_A_LOOP.contains(name)) {
                throw Refusals.asEngineException(CaseVariableGuard.refusal(name));
            }
            if (CaseVariables.PROTECTED.contains(name) && !(start && OF_A_START.contains(name))) {
                throw Refusals.asEngineException(CaseVariableGuard.refusal(name));
            }
        }
    }

    private void requireOwnMessage(Command<?> command) {
        if (TaskAccessChecker.MESSAGE_COMMANDS.contains(currentCommand.name())) {
            requireOneCase(command);
            String message = CommandInput.text(command, "messageName");
            messages.stream()
                    .filter(known -> known.message().equals(message))
                    .findFirst()
                    .ifPresent(known -> currentCommand.requireVariablesOf(known.names()));
        }
    }

    /** A message to whoever it fits would end all cases that its sender may end. */
    private static void requireOneCase(Command<?> command) {
        if (command instanceof AbstractCorrelateMessageCmd) {
            Object builder = CommandInput.value(command, "builder");
            boolean named = !Answers.blank(CommandInput.text(builder, "businessKey"))
                    || !Answers.blank(CommandInput.text(builder, "processInstanceId"));
            if (!named || command instanceof CorrelateAllMessageCmd) {
                throw Refusals.asEngineException(ProblemException.invalid(
                        "businessKey", "Thông điệp phải gửi đến đúng một hồ sơ: hãy ghi mã hồ sơ (businessKey)."));
            }
        }
    }

    private IdentityService identities() {
        return engine.getIdentityService();
    }

    static boolean isAdministrator(Authentication person) {
        return groups(person).contains(Groups.CAMUNDA_ADMIN);
    }

    /** A manager who is nothing else. */
    private static boolean onlyWatches(Authentication person) {
        return groups(person).stream()
                .filter(group -> !group.equals(Grants.STAFF))
                .allMatch(Role.MANAGER::isOf);
    }

    private static boolean watches(Authentication person) {
        return groups(person).stream().anyMatch(Role.MANAGER::isOf);
    }

    private static Collection<String> groups(Authentication person) {
        return Objects.requireNonNullElse(person.getGroupIds(), List.of());
    }

    private static ProcessEngineException refusal(String sentence) {
        return Refusals.asEngineException(ProblemException.forbidden(sentence));
    }
}
