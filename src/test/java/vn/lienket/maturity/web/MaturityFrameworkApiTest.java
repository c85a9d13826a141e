package vn.lienket.maturity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class MaturityFrameworkApiTest {

    private static final String PATH = "/api/v1/maturity-frameworks";

    @Autowired
    Cooperation cooperation;

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.officer1", "qtsc.expert1", "tayninh.clerk1"})
    void everybodySignedInReadsTheFrameworks(String user) {
        JsonNode framework =
                cooperation.as(user).get(PATH).expect(HttpStatus.OK).json().get(0);

        assertThat(framework.path("version").asText()).isEqualTo("internal-2026.1");
        assertThat(framework.path("official").isBoolean()).isTrue();
        assertThat(framework.path("status").asText()).contains("chưa phải bộ tiêu chí chính thức");
        assertThat(framework.path("effectiveFrom").asText()).isEqualTo("2026-01-01");
        assertThat(framework.path("pillars")).hasSize(7);
        JsonNode question = framework.at("/pillars/0/questions/0");
        assertThat(question.path("id").asText()).isEqualTo("strategy-goals");
        assertThat(question.path("text").asText()).endsWith("?");
        assertThat(question.path("weight").isNumber()).isTrue();
        assertThat(question.path("scale")).hasSize(6);
        assertThat(framework.at("/levels/4/id").asText()).isEqualTo("level5");
        assertThat(framework.at("/levels/4/from").asInt()).isEqualTo(80);
    }

    @Test
    void theAnonymousAreRefused() {
        cooperation.anonymous().get(PATH).expectRefusal(HttpStatus.UNAUTHORIZED);
    }
}
