package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;

/** Where the setting opens it, an administrator deploys, and nobody else. */
@ProcessTest
@TestPropertySource(properties = "lienket.deployment-rest=true")
class DeploymentSettingTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <process id="further" isExecutable="true" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                  camunda:historyTimeToLive="P3650D">
                <startEvent id="StartEvent_Further"/>
              </process>
            </definitions>""";

    @Autowired
    People people;

    @Autowired
    RepositoryService repositoryService;

    @Test
    void opensDeployingToAdministratorsOnly() {
        for (String person : new String[] {"binhduong.leader1", "binhduong.manager1"}) {
            assertThatThrownBy(() -> people.as(person, this::deploy)).hasMessageContaining("người quản trị");
        }

        Deployment deployment = people.as("admin", this::deploy);

        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment.getId())
                        .count())
                .isOne();
        people.does("admin", () -> repositoryService.deleteDeployment(deployment.getId(), true));
    }

    private Deployment deploy() {
        return repositoryService
                .createDeployment()
                .addString("further.bpmn", MODEL)
                .deploy();
    }
}
