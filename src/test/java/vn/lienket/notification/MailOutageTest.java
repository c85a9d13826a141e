package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.embedded.EmbeddedMailServer;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** A mail server that is down delays the mails and nothing else; a manager sees it and delivers them. */
@IntegrationTest
class MailOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Cooperation cooperation;

    @Autowired
    EmbeddedMailServer mailServer;

    @AfterEach
    void startAgain() {
        mailServer.start();
    }

    @Test
    void showsIncidentsWhoseRetryByAManagerDeliversEachMailOnce() {
        Actor admin = cooperation.as("admin");
        Actor manager = cooperation.as("tayninh.manager1");
        mailServer.stop();

        AgreementCase agreement = cooperation.agreement();
        Map<String, String> waiting = deliveries(admin, agreement);
        assertThat(waiting).hasSize(2);
        waiting.values().forEach(job -> exhaust(admin, job));

        for (Map.Entry<String, String> delivery : waiting.entrySet()) {
            String incidents = "/engine-rest/incident?configuration=" + delivery.getValue();
            JsonNode seen = manager.get(incidents).expect(HttpStatus.OK).json();
            assertThat(seen).hasSize(1);
            assertThat(seen.at("/0/incidentType").asText()).isEqualTo("failedJob");
            assertThat(seen.at("/0/incidentMessage").asText()).startsWith("Không gửi được thư “[" + agreement.code());
            assertThat(cooperation.as("qtsc.manager1").get(incidents).json()).isEmpty();
        }
        assertThat(agreement.mails()).isEmpty();
        assertThat(agreement.openTaskKeys()).containsExactly(AgreementModel.TASK_DRAFT);

        mailServer.start();
        waiting.values()
                .forEach(job -> manager.put(
                                "/engine-rest/job/" + job + "/retries",
                                Map.of("retries", 1, "dueDate", "2026-01-01T00:00:00.000+0700"))
                        .expect(HttpStatus.NO_CONTENT));
        agreement.awaitDeliveries();

        assertThat(agreement.mails())
                .extracting(mail -> mail.path("messageId").asText().replaceAll("<(.*)@.*>", "$1"))
                .containsExactlyInAnyOrderElementsOf(waiting.keySet());
        waiting.values()
                .forEach(job -> assertThat(manager.get("/engine-rest/incident?configuration=" + job)
                                .json())
                        .isEmpty());
    }

    @Test
    void isSaidOfTheApplicationsHealthAndMakesItNoLessReady() {
        awaitHealth("UP");
        mailServer.stop();

        awaitHealth("DEGRADED");

        assertThat(cooperation.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(cooperation.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(200);
        mailServer.start();
        awaitHealth("UP");
    }

    private void awaitHealth(String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                cooperation.anonymous().get("/actuator/health").text("status"))
                        .isEqualTo(status));
    }

    /** Id of each message that waits for delivery, with its job. */
    private static Map<String, String> deliveries(Actor admin, AgreementCase agreement) {
        Map<String, String> deliveries = new HashMap<>();
        String instances =
                "/engine-rest/process-instance?processDefinitionKey=" + NotificationModel.PROCESS + "&businessKey=";
        for (JsonNode instance : admin.get(instances + agreement.code()).json()) {
            String id = instance.path("id").asText();
            deliveries.put(
                    admin.get("/engine-rest/process-instance/" + id + "/variables/messageId")
                            .text("value"),
                    admin.get("/engine-rest/job?processInstanceId=" + id)
                            .json()
                            .at("/0/id")
                            .asText());
        }
        return deliveries;
    }

    /** Lets a job fail until it has no retries left; the job executor does its first try. */
    private static void exhaust(Actor admin, String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(retries(admin, job)).isLessThan(5));
        while (retries(admin, job) > 0) {
            assertThat(admin.post("/engine-rest/job/" + job + "/execute", Map.of())
                            .status())
                    .isEqualTo(500);
        }
    }

    private static int retries(Actor admin, String job) {
        return admin.get("/engine-rest/job/" + job)
                .expect(HttpStatus.OK)
                .json()
                .path("retries")
                .asInt();
    }
}
