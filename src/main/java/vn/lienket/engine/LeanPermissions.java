package vn.lienket.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Counts the permissions of staff for everybody who has a role. Asks the database no more than whether somebody may do something: not before each question which groups have any permission at all,
 * and not at the end of each task and instance for rows about it alone, as {@link LeanAuthorizations} writes none.
 */
class LeanPermissions extends AuthorizationManager {

    /** Takes the place of the engine's own. */
    static final SessionFactory FACTORY = new InPlaceOf(AuthorizationManager.class, LeanPermissions::new);

    private static final Set<Resource> MANY = Set.of(Resources.TASK, Resources.PROCESS_INSTANCE);

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : Grants.holding(groups);
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (!MANY.contains(resource)) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }
}
