package vn.lienket.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.test.context.TestComponent;
import vn.lienket.consulting.process.ConsultingModel;

/** The model of consulting as it was before outcomes were registered, deployed as its newest version. */
@TestComponent
public class EarlierConsulting {

    private static final Path MODELS = Path.of("bpmn/consulting");
    private static final Path EARLIER = Path.of("src/test/resources/models/before-registration");

    private final RepositoryService repositoryService;

    private String deployment;

    EarlierConsulting(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    /** The version by which cases are opened now. */
    public ProcessDefinition latest() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(ConsultingModel.PROCESS)
                .latestVersion()
                .singleResult();
    }

    public ProcessDefinition deploy() throws IOException {
        DeploymentBuilder earlier = repositoryService.createDeployment();
        try (Stream<Path> files = Files.list(MODELS)) {
            for (Path file : files.toList()) {
                Path replaced = EARLIER.resolve(file.getFileName());
                earlier.addString(
                        "consulting/" + file.getFileName(), Files.readString(Files.exists(replaced) ? replaced : file));
            }
        }
        deployment = earlier.deploy().getId();
        return latest();
    }

    /** Takes it away, with the cases that still run by it. */
    public void forget() {
        if (deployment != null) {
            repositoryService.deleteDeployment(deployment, true);
            deployment = null;
        }
    }
}
