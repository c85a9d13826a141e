package vn.lienket.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.User;

/** The accounts that Camunda keeps, for those who sign people in. */
@Component
public class Accounts {

    private final IdentityService identityService;
    private final Parties parties;
    private final OnBehalf onBehalf;

    Accounts(IdentityService identityService, Parties parties, OnBehalf onBehalf) {
        this.identityService = identityService;
        this.parties = parties;
        this.onBehalf = onBehalf;
    }

    /** Who this is, with his groups and channels of now; empty if there is no such account, or a person who has left. */
    public Optional<User> find(String id) {
        return onBehalf.ofTheProduct(() -> {
            if (identityService.createUserQuery().userId(id).count() == 0 || !present(id)) {
                return Optional.empty();
            }
            Set<String> groups = identityService.createGroupQuery().groupMember(id).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toUnmodifiableSet());
            return Optional.of(user(id, groups));
        });
    }

    /** A person of the directory with other groups than the directory's, as a foreign sign-in service says; unknown ones are left out. */
    public Optional<User> find(String id, Set<String> groups) {
        return find(id).map(found -> onBehalf.ofTheProduct(() -> user(
                id,
                groups.isEmpty()
                        ? Set.of()
                        : identityService.createGroupQuery().groupIdIn(groups.toArray(String[]::new)).list().stream()
                                .map(Group::getId)
                                .collect(Collectors.toUnmodifiableSet()))));
    }

    /** Which of Camunda's web applications these groups open. */
    public static Set<String> applications(Set<String> groups) {
        return Grants.applications(groups);
    }

    private boolean present(String id) {
        return parties.person(id).map(Person::active).orElse(true);
    }

    private User user(String id, Set<String> groups) {
        return new User(
                id,
                parties.person(id).map(Person::organisation).orElse(null),
                groups,
                channels(groups),
                groups.contains(Groups.CAMUNDA_ADMIN));
    }

    private Set<String> channels(Set<String> groups) {
        List<Tenant> tenants = groups.stream()
                .flatMap(group -> identityService.createTenantQuery().groupMember(group).list().stream())
                .toList();
        return tenants.stream().map(Tenant::getId).collect(Collectors.toUnmodifiableSet());
    }
}
