package vn.lienket.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.engine.Accounts;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.party.User;

/** {@code /api/v1/me}: who is signed in, and what he may open. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final CurrentUser currentUser;
    private final Accounts accounts;
    private final Parties parties;
    private final ClaimOnOpen claimOnOpen;
    private final Clock clock;

    MeController(CurrentUser currentUser, Accounts accounts, Parties parties, ClaimOnOpen claimOnOpen, Clock clock) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.parties = parties;
        this.claimOnOpen = claimOnOpen;
        this.clock = clock;
    }

    @GetMapping
    Me me() {
        User user = currentUser.require();
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> user.has(user.organisation(), role))
                .toList();
        return new Me(
                user.id(),
                accounts.name(user.id()),
                user.organisation(),
                user.organisation() == null
                        ? null
                        : parties.organisation(user.organisation())
                                .map(Organisation::shortName)
                                .orElse(user.organisation()),
                roles.stream().map(Role::id).toList(),
                roles.stream().map(Role::label).toList(),
                user.groups().stream().sorted().toList(),
                Accounts.applications(user.groups()).stream().sorted().toList(),
                claimOnOpen.by(user),
                user.administrator(),
                roles.contains(Role.LEADER) || roles.contains(Role.MANAGER) ? team(user.organisation()) : List.of());
    }

    /** Those at work today. */
    private List<Me.Colleague> team(String organisation) {
        LocalDate today = LocalDate.now(clock);
        return parties.people().stream()
                .filter(person ->
                        person.active() && organisation.equals(person.organisation()) && !person.isAwayOn(today))
                .sorted(Comparator.comparing(Person::id))
                .map(person -> new Me.Colleague(
                        person.id(),
                        person.name(),
                        person.roles().stream()
                                .map(role -> role.groupOf(organisation))
                                .sorted()
                                .toList()))
                .toList();
    }
}
