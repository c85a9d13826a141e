package vn.lienket.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision tables outside of a case, as a form does while somebody types: for everybody, and without a trace in the
 * engine's history.
 */
@Component
public class DecisionTables {

    private static final String RESULT = "decisionResult";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final DmnEngine dmnEngine = RememberingFeel.dmnConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    DecisionTables(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * The outputs of the rows that apply, by name; empty if none does.
     *
     * @param decision id of the decision, in the version deployed last
     */
    public List<Map<String, Object>> rows(String decision, Map<String, Object> inputs) {
        String definition = definition(decision);
        DmnDecision table = parsed.computeIfAbsent(definition, id -> dmnEngine.parseDecision(decision, model(id)));
        return dmnEngine.evaluateDecisionTable(table, inputs).getResultList();
    }

    /** The row that applied in the decision an activity has just made, for its end listener; empty if none did. */
    public static Optional<Map<String, Object>> decided(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(RESULT);
        return Optional.ofNullable(result.getSingleResult()).map(DmnDecisionResultEntries::getEntryMap);
    }

    /** Tells one version of a decision from the next. */
    public String definition(String decision) {
        return unauthorized(repository -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .latestVersion()
                        .singleResult())
                .getId();
    }

    /** The table of a version. */
    public DmnModelInstance model(String definition) {
        return unauthorized(repository -> repository.getDmnModelInstance(definition));
    }

    private <T> T unauthorized(Function<RepositoryService, T> question) {
        ProcessEngineConfigurationImpl configuration = engine.getObject();
        return OnBehalf.unasked(() -> configuration
                .getCommandExecutorTxRequired()
                .execute(command ->
                        command.runWithoutAuthorization(() -> question.apply(configuration.getRepositoryService()))));
    }
}
