package vn.lienket.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Whether there is such an account, and its person has not left; the same work whether or not. */
    public boolean exists(String id) {
        boolean stored = onBehalf.ofTheProduct(
                        () -> identityService.createUserQuery().userId(id).count())
                > 0;
        return stored && parties.person(id).map(Person::active).orElse(true);
    }

    /** Who this is, with his groups and channels of now; empty if there is no such account, or a person who has left. */
    public Optional<User> find(String id) {
        return exists(id)
                ? Optional.of(onBehalf.ofTheProduct(() -> user(id, onBehalf.groupsOf(id), onBehalf.channelsOf(id))))
                : Optional.empty();
    }

    /** As {@link #find(String)}, with other groups than the directory's, as a foreign sign-in service says; unknown ones are left out. */
    public Optional<User> find(String id, Set<String> groups) {
        return exists(id)
                ? Optional.of(onBehalf.ofTheProduct(() -> {
                    List<String> known = known(groups);
                    return user(id, known, channelsOf(known));
                }))
                : Optional.empty();
    }

    /** What a person is called: in the directory, else in the engine, else his id. */
    public String name(String id) {
        return parties.person(id)
                .map(Person::name)
                .or(() -> Optional.ofNullable(onBehalf.ofTheProduct(() ->
                                identityService.createUserQuery().userId(id).singleResult()))
                        .map(Accounts::name))
                .orElse(id);
    }

    static String name(org.camunda.bpm.engine.identity.User account) {
        String name = "%s %s"
                .formatted(Objects.toString(account.getFirstName(), ""), Objects.toString(account.getLastName(), ""))
                .strip();
        return name.isEmpty() ? account.getId() : name;
    }

    /** Which of Camunda's web applications these groups open. */
    public static Set<String> applications(Set<String> groups) {
        return Grants.applications(groups);
    }

    private User user(String id, Collection<String> groups, Collection<String> channels) {
        return new User(
                id,
                parties.person(id).map(Person::organisation).orElse(null),
                Set.copyOf(groups),
                Set.copyOf(channels),
                groups.contains(Groups.CAMUNDA_ADMIN));
    }

    private List<String> known(Set<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : identityService.createGroupQuery().groupIdIn(groups.toArray(String[]::new)).list().stream()
                        .map(Group::getId)
                        .toList();
    }

    private List<String> channelsOf(List<String> groups) {
        return groups.stream()
                .flatMap(group -> identityService.createTenantQuery().groupMember(group).list().stream())
                .map(Tenant::getId)
                .toList();
    }
}
