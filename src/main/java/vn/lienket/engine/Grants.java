package vn.lienket.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
 *
 * <p>What everybody may, one row says: the engine joins what it lists with the rows of the person who asks, and finds each task and
 * each instance once for every row.
 */
@Component
class Grants {

    /** Everybody who has a role: a group of no directory, added where the engine asks for permissions and where people come in. */
    static final String STAFF = "lienket-staff";

    private record Grant(Resource resource, String resourceId, Set<Permission> permissions) {

        String place() {
            return Grants.place(resource.resourceType(), resourceId);
        }
    }

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
        apply(
                Groups.CAMUNDA_ADMIN,
                Arrays.stream(Resources.values())
                        .map(resource -> new Grant(resource, ANY, Set.of(Permissions.ALL)))
                        .toList(),
                present(Groups.CAMUNDA_ADMIN));
        List<Grant> ofStaff = ofStaff(sharedFilterIds);
        apply(STAFF, ofStaff, present(STAFF));
        for (Organisation organisation : parties.organisations()) {
            for (Role role : Role.values()) {
                String group = role.groupOf(organisation.id());
                List<Grant> own = grants(role);
                Map<String, Authorization> present = present(group);
                apply(group, own, present);
                withdraw(ofStaff, own, present);
            }
        }
    }

    /** The groups whose permissions count for a member of these; administrators may do everything without the others. */
    static List<String> holding(Collection<String> groups) {
        List<String> holding = new ArrayList<>(groups);
        if (!groups.contains(Groups.CAMUNDA_ADMIN)
                && !groups.contains(STAFF)
                && groups.stream().anyMatch(Grants::isRole)) {
            holding.add(STAFF);
        }
        return holding;
    }

    private static boolean isRole(String group) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.isOf(group));
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

    private static List<Grant> ofStaff(List<String> sharedFilterIds) {
        List<Grant> grants = new ArrayList<>();
        grants.add(new Grant(Resources.TASK, ANY, Set.of(Permissions.READ, Permissions.TASK_WORK)));
        // not to read tasks, which the grant of all tasks says: two grants would give each task twice
        grants.add(new Grant(
                Resources.PROCESS_DEFINITION,
                ANY,
                Set.of(
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_HISTORY)));
        sharedFilterIds.forEach(filter -> grants.add(new Grant(Resources.FILTER, filter, Set.of(Permissions.READ))));
        return grants;
    }

    private List<Grant> grants(Role role) {
        List<Grant> grants = new ArrayList<>();
        applications(role)
                .forEach(application ->
                        grants.add(new Grant(Resources.APPLICATION, application, Set.of(Permissions.ACCESS))));
        if (role == Role.MANAGER) {
            grants.add(new Grant(Resources.PROCESS_DEFINITION, ANY, Set.of(ProcessDefinitionPermissions.RETRY_JOB)));
            grants.add(
                    new Grant(Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ, Permissions.READ_HISTORY)));
            grants.add(new Grant(Resources.DEPLOYMENT, ANY, Set.of(Permissions.READ)));
        }

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

    private void apply(String group, List<Grant> grants, Map<String, Authorization> present) {
        for (Grant grant : grants) {
            Authorization row = present.get(grant.place());
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

    /** What is said for all and no longer for each: an earlier version said it to each group. */
    private void withdraw(List<Grant> ofStaff, List<Grant> own, Map<String, Authorization> present) {
        Set<String> kept = own.stream().map(Grant::place).collect(Collectors.toSet());
        ofStaff.stream()
                .map(Grant::place)
                .filter(place -> !kept.contains(place) && present.containsKey(place))
                .forEach(place -> authorizationService.deleteAuthorization(
                        present.get(place).getId()));
    }

    private Map<String, Authorization> present(String group) {
        Map<String, Authorization> present = new HashMap<>();
        authorizationService
                .createAuthorizationQuery()
                .groupIdIn(group)
                .list()
                .forEach(row -> present.put(place(row.getResourceType(), row.getResourceId()), row));
        return present;
    }

    private static String place(int resourceType, String resourceId) {
        return resourceType + "/" + resourceId;
    }

    private static Set<Permission> granted(Authorization row, Resource resource) {
        Set<Permission> granted = new HashSet<>(Arrays.asList(
                row.getPermissions(org.camunda.bpm.engine.impl.util.ResourceTypeUtil.getPermissionsByResourceType(
                        resource.resourceType()))));
        granted.remove(Permissions.NONE);
        return granted.contains(Permissions.ALL) ? Set.of(Permissions.ALL) : granted;
    }
}
