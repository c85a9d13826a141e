package vn.lienket.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.ApplicationEventPublisher;
import vn.lienket.problem.ProblemException;

/** Camunda's accounts in its database, which tells of every change: all doors to them end here. */
class IdentityChanges extends DbIdentityServiceProvider {

    private final ApplicationEventPublisher events;

    private IdentityChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Puts it in the place of the engine's own. */
    static SessionFactory factory(ApplicationEventPublisher events) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return WritableIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new IdentityChanges(events);
            }
        };
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        return changed(Set.of(user.getId()), super.saveUser(user));
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        requireAnotherAdministrator(userId);
        return changed(Set.of(userId), super.deleteUser(userId));
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        return changed(Set.of(userId), super.createMembership(userId, groupId));
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            requireAnotherAdministrator(userId);
        }
        return changed(Set.of(userId), super.deleteMembership(userId, groupId));
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        Set<String> members = membersOf(groupId);
        return changed(members, super.deleteGroup(groupId));
    }

    @Override
    public IdentityOperationResult createTenantUserMembership(String tenantId, String userId) {
        return changed(Set.of(userId), super.createTenantUserMembership(tenantId, userId));
    }

    @Override
    public IdentityOperationResult deleteTenantUserMembership(String tenantId, String userId) {
        return changed(Set.of(userId), super.deleteTenantUserMembership(tenantId, userId));
    }

    @Override
    public IdentityOperationResult createTenantGroupMembership(String tenantId, String groupId) {
        return changed(membersOf(groupId), super.createTenantGroupMembership(tenantId, groupId));
    }

    @Override
    public IdentityOperationResult deleteTenantGroupMembership(String tenantId, String groupId) {
        return changed(membersOf(groupId), super.deleteTenantGroupMembership(tenantId, groupId));
    }

    /** Without an administrator nobody could name one, and the application would not start. */
    private void requireAnotherAdministrator(String userId) {
        if (membersOf(Groups.CAMUNDA_ADMIN).equals(Set.of(userId))) {
            throw Refusals.asEngineException(
                    ProblemException.forbidden("Không bỏ được quản trị viên cuối cùng của hệ thống."));
        }
    }

    private Set<String> membersOf(String groupId) {
        return createUserQuery().memberOfGroup(groupId).list().stream()
                .map(User::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private IdentityOperationResult changed(Set<String> ids, IdentityOperationResult result) {
        if (!ids.isEmpty() && !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation())) {
            events.publishEvent(new AccountsChanged(ids));
        }
        return result;
    }
}
