package vn.lienket.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/**
 * Brings Camunda's users, groups, tenants and memberships in line with the directory. Nothing is deleted: an inactive person loses
 * every membership and the password.
 */
@Component
class Identities {

    static final String ADMIN = "admin";

    private final IdentityService identityService;
    private final Parties parties;
    private final EngineProperties properties;
    private final ApplicationEventPublisher events;

    Identities(
            IdentityService identityService,
            Parties parties,
            EngineProperties properties,
            ApplicationEventPublisher events) {
        this.identityService = identityService;
        this.parties = parties;
        this.properties = properties;
        this.events = events;
    }

    /** Idempotent; the caller holds the transaction and the lock against a second node. */
    void sync() {
        parties.organisations().forEach(this::saveGroups);
        parties.channels().forEach(this::saveTenant);
        parties.people().forEach(this::savePerson);
        saveAdministrator();
        if (identityService
                        .createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                == 0) {
            throw new IllegalStateException(
                    "The group camunda-admin has no member: its set-up page would be open to anybody");
        }
    }

    private void saveGroups(Organisation organisation) {
        for (Role role : Role.values()) {
            String id = role.groupOf(organisation.id());
            String name = role.label() + " – " + parties.organisationShortName(organisation.id());
            Group group = identityService.createGroupQuery().groupId(id).singleResult();
            if (group == null) {
                group = identityService.newGroup(id);
                group.setType("LIENKET");
            }
            if (!name.equals(group.getName())) {
                group.setName(name);
                identityService.saveGroup(group);
            }
        }
    }

    private void saveTenant(Channel channel) {
        Tenant tenant =
                identityService.createTenantQuery().tenantId(channel.id()).singleResult();
        if (tenant == null) {
            tenant = identityService.newTenant(channel.id());
        }
        if (!channel.name().equals(tenant.getName())) {
            tenant.setName(channel.name());
            identityService.saveTenant(tenant);
        }
        Set<String> wanted = channel.parties().stream()
                .flatMap(party -> List.of(Role.values()).stream().map(role -> role.groupOf(party)))
                .collect(Collectors.toSet());
        Set<String> present = identityService.createGroupQuery().memberOfTenant(channel.id()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        align(
                wanted,
                present,
                group -> identityService.createTenantGroupMembership(channel.id(), group),
                group -> identityService.deleteTenantGroupMembership(channel.id(), group));
    }

    private void savePerson(Person person) {
        User user = identityService.createUserQuery().userId(person.id()).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identityService.newUser(person.id());
        }
        Set<String> present = isNew ? Set.of() : groupsOf(person.id());
        Set<String> wanted = person.active()
                ? person.roles().stream()
                        .flatMap(role ->
                                parties.line(person.organisation()).stream().map(role::groupOf))
                        .collect(Collectors.toSet())
                : Set.of();
        boolean returns = person.active() && present.isEmpty();
        boolean leaves = !person.active() && !present.isEmpty();
        if (isNew || returns || leaves || !same(user, person)) {
            user.setFirstName("");
            user.setLastName(person.name());
            user.setEmail(person.email());
            if (isNew || returns || leaves) {
                boolean demo = person.active() && properties.demoPassword() != null;
                user.setPassword(demo ? properties.demoPassword() : unguessable());
            }
            save(user);
        }
        align(
                wanted,
                present,
                group -> identityService.createMembership(person.id(), group),
                group -> identityService.deleteMembership(person.id(), group));
        if (returns && properties.demoPassword() == null) {
            events.publishEvent(new PersonJoined(person.id()));
        }
    }

    private void saveAdministrator() {
        if (identityService.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identityService.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Quản trị hệ thống");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identityService.saveGroup(group);
        }
        if (identityService.createUserQuery().userId(ADMIN).count() == 0) {
            User admin = identityService.newUser(ADMIN);
            admin.setFirstName("");
            admin.setLastName("Quản trị hệ thống");
            admin.setPassword(properties.adminPassword());
            save(admin);
            identityService.createMembership(ADMIN, Groups.CAMUNDA_ADMIN);
        }
    }

    /** Past the policy: the demo's passwords are no secret, and the administrator's first one has been checked at the start. */
    private void save(User user) {
        ((IdentityServiceImpl) identityService).saveUser(user, true);
    }

    private Set<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private static boolean same(User user, Person person) {
        return person.name().equals(user.getLastName()) && person.email().equals(user.getEmail());
    }

    private static String unguessable() {
        return UUID.randomUUID().toString() + UUID.randomUUID();
    }

    private static void align(
            Collection<String> wanted, Collection<String> present, Consumer<String> add, Consumer<String> remove) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(present);
        missing.forEach(add);
        Set<String> surplus = new HashSet<>(present);
        surplus.removeAll(wanted);
        surplus.forEach(remove);
    }
}
