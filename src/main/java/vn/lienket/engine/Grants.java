package vn.lienket.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/**
 * The permissions of each group, as few rows as possible: what separates organisations is the tenant. Everybody reads the tasks and
 * cases of his channels; leaders and managers also open Cockpit, and managers retry jobs; administrators may do everything.
 */
@Component
class Grants {

    private record Grant(Resource resource, String resourceId, Set<Permission> permissions) {}

    private final AuthorizationService authorizationService;
    private final Parties parties;
    private final List<StartPermission> startPermissions;

    Grants(AuthorizationService authorizationService, Parties parties, List<StartPermission> startPermissions) {
        this.authorizationService = authorizationService;
        this.parties = parties;
        this.startPermissions = startPermissions;
    }

    /** Idempotent: writes only what is missing or differs. */
    void sync(List<String> sharedFilterIds) {
        for (Resources resource : Resources.values()) {
            apply(Groups.CAMUNDA_ADMIN, List.of(new Grant(resource, ANY, Set.of(Permissions.ALL))));
        }
        for (Organisation organisation : parties.organisations()) {
            for (Role role : Role.values()) {
                apply(role.groupOf(organisation.id()), grants(role, sharedFilterIds));
            }
        }
    }

    /** The web applications that members of these groups open. */
    static Set<String> applications(Set<String> groups) {
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            return Set.of("tasklist", "welcome", "cockpit", "admin");
        }
        return Arrays.stream(Role.values())
                .filter(role -> groups.stream().anyMatch(role::isOf))
                .flatMap(role -> applications(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> applications(Role role) {
        return role == Role.MANAGER || role == Role.LEADER
                ? Set.of("tasklist", "welcome", "cockpit")
                : Set.of("tasklist", "welcome");
    }

    private List<Grant> grants(Role role, List<String> sharedFilterIds) {
        List<Grant> grants = new ArrayList<>();
        applications(role)
                .forEach(application ->
                        grants.add(new Grant(Resources.APPLICATION, application, Set.of(Permissions.ACCESS))));
        grants.add(new Grant(Resources.TASK, ANY, Set.of(Permissions.READ, Permissions.TASK_WORK)));
        sharedFilterIds.forEach(filter -> grants.add(new Grant(Resources.FILTER, filter, Set.of(Permissions.READ))));

        Set<Permission> onDefinitions = new HashSet<>(Set.of(
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY));
        // not to read tasks, which the grant of all tasks says: two grants would give each task twice
        if (role == Role.MANAGER) {
            onDefinitions.add(ProcessDefinitionPermissions.RETRY_JOB);
            grants.add(
                    new Grant(Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ, Permissions.READ_HISTORY)));
            grants.add(new Grant(Resources.DEPLOYMENT, ANY, Set.of(Permissions.READ)));
        }
        grants.add(new Grant(Resources.PROCESS_DEFINITION, ANY, onDefinitions));

        boolean starts = false;
        for (StartPermission permission : startPermissions) {
            if (permission.roles().contains(role)) {
                starts = true;
                grants.add(new Grant(
                        Resources.PROCESS_DEFINITION,
                        permission.processDefinitionKey(),
                        Set.of(ProcessDefinitionPermissions.CREATE_INSTANCE)));
            }
        }
        if (starts) {
            grants.add(new Grant(Resources.PROCESS_INSTANCE, ANY, Set.of(Permissions.CREATE)));
        }
        return grants;
    }

    private void apply(String group, List<Grant> grants) {
        Map<String, Authorization> present = new HashMap<>();
        authorizationService
                .createAuthorizationQuery()
                .groupIdIn(group)
                .list()
                .forEach(row -> present.put(row.getResourceType() + "/" + row.getResourceId(), row));
        for (Grant grant : grants) {
            Authorization row = present.get(grant.resource().resourceType() + "/" + grant.resourceId());
            if (row == null) {
                row = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                row.setGroupId(group);
                row.setResource(grant.resource());
                row.setResourceId(grant.resourceId());
            } else if (grant.permissions().equals(granted(row, grant.resource()))) {
                continue;
            }
            row.setPermissions(grant.permissions().toArray(Permission[]::new));
            authorizationService.saveAuthorization(row);
        }
    }

    private static Set<Permission> granted(Authorization row, Resource resource) {
        Set<Permission> granted = new HashSet<>(Arrays.asList(
                row.getPermissions(org.camunda.bpm.engine.impl.util.ResourceTypeUtil.getPermissionsByResourceType(
                        resource.resourceType()))));
        granted.remove(Permissions.NONE);
        return granted.contains(Permissions.ALL) ? Set.of(Permissions.ALL) : granted;
    }
}
