package vn.lienket.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return repositoryService
                .getDmnModelInstance(latest(decision).getId())
                .getModelElementsByType(Rule.class)
                .stream()
                .map(Rule::getId)
                .toList();
    }

    /** Lets no row of a table apply before 2999, until that is closed. */
    public NotInForce notInForce(String decision) {
        String definition = latest(decision).getId();
        try (InputStream table = repositoryService.getDecisionModel(definition)) {
            String later = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("&gt;= \"[0-9-]{10}\"", "&gt;= \"2999-01-01\"");
            String deployment = repositoryService
                    .createDeployment()
                    .addString(decision + ".dmn", later)
                    .deploy()
                    .getId();
            return () -> repositoryService.deleteDeployment(deployment, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** While it is open, a table has no rule for today. */
    @FunctionalInterface
    public interface NotInForce extends AutoCloseable {

        @Override
        void close();
    }

    /** The same inputs with one of them changed, also to null. */
    public static Map<String, Object> with(Map<String, Object> inputs, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(inputs);
        changed.put(name, value);
        return changed;
    }

    private DecisionDefinition latest(String decision) {
        return repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
    }
}
