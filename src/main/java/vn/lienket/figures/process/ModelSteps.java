package vn.lienket.figures.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import vn.lienket.engine.OnBehalf;
import vn.lienket.figures.StepNames;

/** Read from a model once: what is deployed does not change. */
@Component
class ModelSteps implements StepNames {

    private final RepositoryService repositoryService;
    private final OnBehalf onBehalf;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    ModelSteps(RepositoryService repositoryService, OnBehalf onBehalf) {
        this.repositoryService = repositoryService;
        this.onBehalf = onBehalf;
    }

    @Override
    public Map<String, Map<String, String>> all() {
        return onBehalf.ofTheProduct(() ->
                repositoryService.createProcessDefinitionQuery().latestVersion().list().stream()
                        .collect(Collectors.toMap(
                                ProcessDefinition::getKey,
                                definition -> known.computeIfAbsent(definition.getId(), this::steps),
                                (one, other) -> one)));
    }

    private Map<String, String> steps(String definition) {
        Map<String, String> steps = new LinkedHashMap<>();
        repositoryService
                .getBpmnModelInstance(definition)
                .getModelElementsByType(UserTask.class)
                .forEach(task -> steps.put(task.getId(), task.getName()));
        return Collections.unmodifiableMap(steps);
    }
}
