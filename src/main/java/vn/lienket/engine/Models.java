package vn.lienket.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, one deployment per folder of {@code bpmn/}, so that a process and its forms share one (forms are bound to
 * their deployment). A folder in which nothing changed is not deployed again. Not Camunda's auto-deployment: that names resources by
 * their path on the machine.
 */
@Component
class Models {

    private final RepositoryService repositoryService;

    Models(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    void deploy() {
        byFolder().forEach((folder, resources) -> {
            DeploymentBuilder deployment = repositoryService
                    .createDeployment()
                    .name("lienket/" + folder)
                    .source("lienket")
                    .enableDuplicateFiltering(false);
            resources.forEach((name, resource) -> {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(folder + "/" + name, content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            deployment.deploy();
        });
    }

    private static Map<String, Map<String, Resource>> byFolder() {
        try {
            Map<String, Map<String, Resource>> folders = new TreeMap<>();
            Resource[] resources = new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/*.*");
            for (Resource resource : Stream.of(resources)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList()) {
                String[] path = resource.getURL().getPath().split("/");
                folders.computeIfAbsent(path[path.length - 2], folder -> new TreeMap<>())
                        .put(resource.getFilename(), resource);
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
