package vn.lienket.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The user whom the engine has authenticated in this thread, whatever the door. */
@Component
class EngineCurrentUser implements CurrentUser {

    private final ObjectProvider<IdentityService> identityService;
    private final Parties parties;

    EngineCurrentUser(ObjectProvider<IdentityService> identityService, Parties parties) {
        this.identityService = identityService;
        this.parties = parties;
    }

    @Override
    public Optional<User> find() {
        Authentication authentication = identityService.getObject().getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Optional.empty();
        }
        Set<String> groups = copy(authentication.getGroupIds()).stream()
                .filter(group -> !group.equals(Grants.STAFF))
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(new User(
                authentication.getUserId(),
                parties.person(authentication.getUserId())
                        .map(Person::organisation)
                        .orElse(null),
                groups,
                copy(authentication.getTenantIds()),
                groups.contains(Groups.CAMUNDA_ADMIN)));
    }

    @Override
    public User require() {
        return find().orElseThrow(() -> ProblemException.forbidden(Sentences.SIGN_IN));
    }

    private static Set<String> copy(List<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
