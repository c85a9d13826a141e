package vn.lienket.support;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.boot.test.context.TestComponent;

/** The demo people at the engine's own API, signed in with their groups and channels. */
@TestComponent
public class People {

    private final IdentityService identityService;

    People(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** What the step returns, done by this person, e.g. {@code binhduong.officer1}. */
    public <T> T as(String person, Supplier<T> step) {
        List<String> groups = identityService.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        List<String> channels =
                identityService.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList();
        identityService.setAuthentication(person, groups, channels);
        try {
            return step.get();
        } finally {
            identityService.clearAuthentication();
        }
    }

    /** A step without a result. */
    public void does(String person, Runnable step) {
        as(person, () -> {
            step.run();
            return null;
        });
    }
}
