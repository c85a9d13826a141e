package vn.lienket.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class RuleApiTest {

    @Autowired
    Cooperation cooperation;

    @Test
    void formsAreToldTheNumbersOfToday() {
        JsonNode rules = cooperation
                .as("tayninh.clerk1")
                .get("/api/v1/rules")
                .expect(HttpStatus.OK)
                .json();

        assertThat(rules.at("/terms/supplement").asInt()).isEqualTo(10);
        assertThat(rules.at("/limits/money").asLong()).isEqualTo(1_000_000_000_000L);
        assertThat(rules.at("/limits/experts").asInt()).isEqualTo(3);
    }

    @Test
    void theAnonymousAreRefused() {
        cooperation.anonymous().get("/api/v1/rules").expectRefusal(HttpStatus.UNAUTHORIZED);
    }
}
