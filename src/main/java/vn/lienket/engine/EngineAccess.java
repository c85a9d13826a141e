package vn.lienket.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * What the engine goes by when it lets somebody do something: its own memberships, its grants and the models deployed last. Not what
 * they were meant to be. The caller has checked who asks.
 */
@Component
public class EngineAccess {

    /** A comma outside of an expression. */
    private static final Pattern BETWEEN_GROUPS = Pattern.compile(",(?![^{]*})");

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final RepositoryService repositoryService;
    private final OnBehalf onBehalf;

    EngineAccess(
            IdentityService identityService,
            AuthorizationService authorizationService,
            RepositoryService repositoryService,
            OnBehalf onBehalf) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.repositoryService = repositoryService;
        this.onBehalf = onBehalf;
    }

    /**
     * A user of the engine.
     *
     * @param channels those of his groups, each with these groups, and those that are his alone, with none
     */
    public record Account(String id, String name, Set<String> groups, Map<String, Set<String>> channels) {

        /** Whether the row counts for this user: his own, a group's of his, that of all who have a role, or everybody's. */
        public boolean holds(Grant grant) {
            return grant.group() != null
                    ? Grants.holding(groups).contains(grant.group())
                    : Authorization.ANY.equals(grant.user()) || id.equals(grant.user());
        }
    }

    /**
     * A row of the engine's permissions.
     *
     * @param group or null
     * @param user or null; {@code *} for everybody, with group null
     * @param resource e.g. {@code PROCESS_DEFINITION}
     * @param resourceId {@code *} for all
     * @param permissions e.g. {@code CREATE_INSTANCE}; {@code ALL}
     * @param revoked whether it takes away instead of giving
     */
    public record Grant(
            String group, String user, String resource, String resourceId, Set<String> permissions, boolean revoked) {

        /** Whether it is given to everybody who has a role. */
        public boolean toStaff() {
            return Grants.STAFF.equals(group);
        }
    }

    /** @param candidateGroups as the model has them, e.g. {@code ${leadOrganisation}-officer} */
    public record Step(String id, String name, List<String> candidateGroups) {}

    /** A process in the version deployed last, with its user tasks in the order of the model. */
    public record Process(String key, String name, List<Step> steps) {}

    /** Everybody the engine knows, by id. */
    public List<Account> accounts() {
        return onBehalf.ofTheProduct(() -> {
            Map<String, Set<String>> groups = new TreeMap<>();
            for (Group group : identityService.createGroupQuery().list()) {
                identityService
                        .createUserQuery()
                        .memberOfGroup(group.getId())
                        .list()
                        .forEach(user -> groups.computeIfAbsent(user.getId(), id -> new TreeSet<>())
                                .add(group.getId()));
            }
            Map<String, Set<String>> groupChannels = new TreeMap<>();
            Map<String, Set<String>> ownChannels = new TreeMap<>();
            for (Tenant tenant : identityService.createTenantQuery().list()) {
                identityService
                        .createGroupQuery()
                        .memberOfTenant(tenant.getId())
                        .list()
                        .forEach(group -> groupChannels
                                .computeIfAbsent(group.getId(), id -> new TreeSet<>())
                                .add(tenant.getId()));
                identityService
                        .createUserQuery()
                        .memberOfTenant(tenant.getId())
                        .list()
                        .forEach(user -> ownChannels
                                .computeIfAbsent(user.getId(), id -> new TreeSet<>())
                                .add(tenant.getId()));
            }
            return identityService.createUserQuery().orderByUserId().asc().list().stream()
                    .map(user -> account(user, groups, groupChannels, ownChannels))
                    .toList();
        });
    }

    private static Account account(
            User user,
            Map<String, Set<String>> groups,
            Map<String, Set<String>> groupChannels,
            Map<String, Set<String>> ownChannels) {
        Set<String> his = groups.getOrDefault(user.getId(), Set.of());
        Map<String, Set<String>> channels = new TreeMap<>();
        his.forEach(group -> groupChannels
                .getOrDefault(group, Set.of())
                .forEach(channel ->
                        channels.computeIfAbsent(channel, id -> new TreeSet<>()).add(group)));
        ownChannels
                .getOrDefault(user.getId(), Set.of())
                .forEach(channel -> channels.computeIfAbsent(channel, id -> new TreeSet<>()));
        return new Account(user.getId(), Accounts.name(user), his, channels);
    }

    /** Every row, without those by which people see their own account. */
    public List<Grant> grants() {
        return onBehalf.ofTheProduct(() -> authorizationService.createAuthorizationQuery().list().stream()
                .filter(row -> !isOwnAccount(row))
                .map(EngineAccess::grant)
                .toList());
    }

    private static boolean isOwnAccount(Authorization row) {
        return row.getResourceType() == Resources.USER.resourceType()
                && row.getUserId() != null
                && row.getUserId().equals(row.getResourceId());
    }

    private static Grant grant(Authorization row) {
        Resource resource = ResourceTypeUtil.getResourceByType(row.getResourceType());
        Set<String> permissions = new TreeSet<>();
        Arrays.stream(row.getPermissions(ResourceTypeUtil.getPermissionsByResourceType(row.getResourceType())))
                .map(Permission::getName)
                .filter(name -> !name.equals(Permissions.NONE.getName()))
                .forEach(permissions::add);
        return new Grant(
                row.getGroupId(),
                row.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL ? Authorization.ANY : row.getUserId(),
                resource.toString(),
                row.getResourceId(),
                permissions.contains(Permissions.ALL.getName()) ? Set.of(Permissions.ALL.getName()) : permissions,
                row.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE);
    }

    /** By name. */
    public List<Process> processes() {
        return onBehalf.ofTheProduct(() ->
                repositoryService
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionName()
                        .asc()
                        .list()
                        .stream()
                        .map(this::process)
                        .toList());
    }

    private Process process(ProcessDefinition definition) {
        List<Step> steps = new ArrayList<>();
        for (UserTask task :
                repositoryService.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class)) {
            String groups = Objects.toString(task.getCamundaCandidateGroups(), "");
            steps.add(new Step(
                    task.getId(),
                    task.getName().replaceAll("\\s+", " "),
                    // not the model's own list: that cuts an expression off what follows it
                    Arrays.stream(BETWEEN_GROUPS.split(groups))
                            .filter(group -> !group.isBlank())
                            .map(String::strip)
                            .toList()));
        }
        return new Process(definition.getKey(), definition.getName(), steps);
    }
}
