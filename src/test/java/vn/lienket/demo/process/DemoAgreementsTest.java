package vn.lienket.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.ApplicationProcess;

class DemoAgreementsTest {

    @Test
    void theFirstStartBringsOneAgreementForReviewAndTwoThatAreSignedAndInForce() throws Exception {
        try (ApplicationProcess application = new ApplicationProcess()) {
            application.startWithDemonstration();
            Actor admin = application.cooperation().as("admin");

            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(agreements(admin))
                            .extracting(agreement -> agreement.path("state").asText())
                            .containsExactlyInAnyOrder("IN_REVIEW", "IN_FORCE", "IN_FORCE"));
            assertThat(agreements(admin))
                    .filteredOn(agreement -> agreement.path("state").asText().equals("IN_FORCE"))
                    .allSatisfy(agreement -> assertThat(agreement.path("signatures"))
                            .hasSize(2)
                            .allMatch(signature -> signature.path("byHand").asBoolean()));
        }
    }

    private static List<JsonNode> agreements(Actor admin) {
        return admin
                .get("/api/v1/cases?kind=agreement")
                .expect(HttpStatus.OK)
                .json()
                .path("items")
                .findValuesAsText("caseCode")
                .stream()
                .map(code -> admin.get("/api/v1/agreements/" + code).json())
                .toList();
    }
}
