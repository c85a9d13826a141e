package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.IntegrationTest;

/** What the engine does for a web request that has come with nobody: nothing. */
@IntegrationTest
class UserRequiredTest {

    @Autowired
    IdentityService identityService;

    @Autowired
    TaskService taskService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    OnBehalf onBehalf;

    @AfterEach
    void endRequest() {
        UserRequired.endRequest();
        identityService.clearAuthentication();
    }

    @Test
    void refusesEveryCommandOfARequestWithoutAUser() {
        UserRequired.beginRequest();

        for (Runnable command : List.<Runnable>of(
                () -> taskService.createTaskQuery().count(),
                () -> identityService.createUserQuery().list(),
                () -> identityService.saveUser(identityService.newUser("evil")),
                () -> identityService.createMembership("binhduong.officer1", "camunda-admin"),
                () -> runtimeService.startProcessInstanceByKey(AgreementModel.SIGNING_PROCESS),
                () -> repositoryService
                        .createDeployment()
                        .addString("evil.bpmn", "")
                        .deploy())) {
            assertThatThrownBy(command::run)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("đăng nhập");
        }
    }

    @Test
    void servesTheProductWhoeverIsSignedInAndWhatIsNoRequest() {
        UserRequired.beginRequest();
        assertThat(onBehalf.ofTheProduct(() -> identityService.createUserQuery().count()))
                .isPositive();

        identityService.setAuthentication("admin", List.of("camunda-admin"), List.of());
        assertThat(identityService.createUserQuery().count()).isPositive();
        identityService.clearAuthentication();

        UserRequired.endRequest();
        assertThat(identityService.createUserQuery().count()).isPositive();
    }
}
