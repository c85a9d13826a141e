package vn.lienket.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.boot.test.context.TestComponent;

/** The deployed decision tables, asked as a process asks them. */
@TestComponent
public class Decisions {

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;

    Decisions(DecisionService decisionService, RepositoryService repositoryService) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
    }

    /** The outputs of the row that answers; empty if none does. */
    public Map<String, Object> answer(String decision, Map<String, Object> inputs) {
        List<Map<String, Object>> rows = decisionService
                .evaluateDecisionByKey(decision)
                .variables(inputs)
                .evaluate()
                .getResultList();
        assertThat(rows).hasSizeLessThan(2);
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }

    /** The ids of the rows of a table, from above. */
    public List<String> rules(String decision) {
        DecisionDefinition definition = repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        return repositoryService.getDmnModelInstance(definition.getId()).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList();
    }

    /** The same inputs with one of them changed, also to null. */
    public static Map<String, Object> with(Map<String, Object> inputs, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(inputs);
        changed.put(name, value);
        return changed;
    }
}
