package vn.lienket.assignment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.WorkKinds;
import vn.lienket.engine.OnBehalf;

/** The processes in which there are tasks for people, as the version deployed last calls them. */
@Component
class ProcessKinds implements WorkKinds {

    private final RepositoryService repositoryService;
    private final OnBehalf onBehalf;

    ProcessKinds(RepositoryService repositoryService, OnBehalf onBehalf) {
        this.repositoryService = repositoryService;
        this.onBehalf = onBehalf;
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> kinds = new LinkedHashMap<>();
        onBehalf.ofTheProduct(this::withTasks).forEach(kind -> kinds.put(kind.getKey(), kind.getName()));
        return kinds;
    }

    private List<ProcessDefinition> withTasks() {
        return repositoryService
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .filter(definition -> !repositoryService
                        .getBpmnModelInstance(definition.getId())
                        .getModelElementsByType(UserTask.class)
                        .isEmpty())
                .toList();
    }
}
