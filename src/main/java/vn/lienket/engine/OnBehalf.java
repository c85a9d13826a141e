package vn.lienket.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Does a step as somebody else than who is signed in in this thread; afterwards it is as it was. */
@Component
public class OnBehalf {

    private static final ThreadLocal<Boolean> PRODUCT = ThreadLocal.withInitial(() -> false);

    private final IdentityService identityService;

    OnBehalf(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** As a person who has asked for it, with the groups and channels he has now; for jobs, in which nobody is signed in. */
    public <T> T of(String userId, Supplier<T> step) {
        return as(new Authentication(userId, groupsOf(userId), channelsOf(userId)), step);
    }

    List<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    List<String> channelsOf(String userId) {
        return identityService.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    /** As the product itself, for what no person may do. */
    public <T> T ofTheProduct(Supplier<T> step) {
        return unasked(() -> as(null, step));
    }

    /** What the product asks the engine of its own accord, whether somebody is signed in or not. */
    static <T> T unasked(Supplier<T> step) {
        boolean before = PRODUCT.get();
        PRODUCT.set(true);
        try {
            return step.get();
        } finally {
            PRODUCT.set(before);
        }
    }

    /** A step without a result, as the product itself. */
    public void doAsTheProduct(Runnable step) {
        ofTheProduct(() -> {
            step.run();
            return null;
        });
    }

    /** Whether what runs in this thread is the product's own doing. */
    static boolean isTheProduct() {
        return PRODUCT.get();
    }

    private <T> T as(Authentication other, Supplier<T> step) {
        Authentication before = identityService.getCurrentAuthentication();
        set(other);
        try {
            return step.get();
        } finally {
            set(before);
        }
    }

    private void set(Authentication authentication) {
        if (authentication == null) {
            identityService.clearAuthentication();
        } else {
            identityService.setAuthentication(
                    authentication.getUserId(), authentication.getGroupIds(), authentication.getTenantIds());
        }
    }
}
