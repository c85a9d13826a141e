package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.enterprise.process.EnterpriseModel;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** The tables as an administrator tries them from outside. */
@IntegrationTest
class DecisionsOverRestTest {

    @Autowired
    Cooperation cooperation;

    @Test
    void theSizeOfAnEnterprise() {
        JsonNode rows = evaluate(
                EnterpriseModel.DECISION_SIZE,
                Map.of(
                        "sector", variable("agriculture", "String"),
                        "employees", variable(100, "Integer"),
                        "revenue", Map.of("value", 50_000_000_001L),
                        "capital", variable("20000000000", "Long"),
                        "date", variable("2026-11-23", "String")));

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/size/value").asText()).isEqualTo("small");
        assertThat(rows.at("/0/citation/value").asText()).isEqualTo("Nghị định 80/2021/NĐ-CP, Điều 5");
        assertThat(rows.at("/0/effectiveTo/value").isNull()).isTrue();
    }

    @Test
    void numbersAndDatesInTheirOtherForms() {
        JsonNode rows = evaluate(
                EnterpriseModel.DECISION_SIZE,
                Map.of(
                        "sector", variable("agriculture", "String"),
                        "employees", variable("100", "String"),
                        "revenue", variable(5.0000000001E10, "Double"),
                        "capital", variable("20000000001", "String"),
                        "date", variable("2026-11-23T12:00:00.000+0700", "Date")));

        assertThat(rows.at("/0/size/value").asText()).isEqualTo("medium");
    }

    @Test
    void aDayWithoutARuleIsAnEmptyAnswer() {
        assertThat(evaluate(
                        ConsultingModel.DECISION_SUPPORT,
                        Map.of(
                                "supportKind", variable("dx-solution", "String"),
                                "size", variable("small", "String"),
                                "preferential", variable(true, "Boolean"),
                                "date", variable("2021-10-14", "String"))))
                .isEmpty();
    }

    private JsonNode evaluate(String decision, Map<String, Object> variables) {
        return cooperation
                .as("admin")
                .post("/engine-rest/decision-definition/key/" + decision + "/evaluate", Map.of("variables", variables))
                .expect(HttpStatus.OK)
                .json();
    }

    private static Map<String, Object> variable(Object value, String type) {
        return Map.of("value", value, "type", type);
    }
}
