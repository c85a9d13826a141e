package vn.lienket.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import vn.lienket.party.NameSource;
import vn.lienket.party.Parties;
import vn.lienket.party.User;

/** What the processes are called in the version deployed last, and the administrators of no organisation. */
@Component
class EngineNames implements NameSource {

    private final IdentityService identityService;
    private final RepositoryService repositoryService;
    private final Parties parties;
    private final OnBehalf onBehalf;

    EngineNames(
            IdentityService identityService, RepositoryService repositoryService, Parties parties, OnBehalf onBehalf) {
        this.identityService = identityService;
        this.repositoryService = repositoryService;
        this.parties = parties;
        this.onBehalf = onBehalf;
    }

    @Override
    public Map<Subject, Map<String, String>> names(User user) {
        return onBehalf.ofTheProduct(() -> Map.of(Subject.KINDS, processes(), Subject.PEOPLE, administrators()));
    }

    private Map<String, String> processes() {
        List<ProcessDefinition> latest =
                repositoryService.createProcessDefinitionQuery().latestVersion().list();
        return latest.stream()
                .collect(Collectors.toMap(
                        ProcessDefinition::getKey,
                        definition -> Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                        (one, other) -> one));
    }

    private Map<String, String> administrators() {
        return identityService.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .filter(account -> parties.person(account.getId()).isEmpty())
                .collect(Collectors.toMap(
                        org.camunda.bpm.engine.identity.User::getId, account -> Accounts.name(account)));
    }
}
