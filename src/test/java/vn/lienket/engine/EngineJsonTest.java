package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** One mapper and no other reads and writes JSON at the engine's doors. */
@IntegrationTest
class EngineJsonTest {

    @Autowired
    Cooperation cooperation;

    @Autowired
    CamundaJerseyResourceConfig engineRest;

    @Test
    void theEnginesOwnMapperIsTheOnlyOne() {
        assertThat(Stream.concat(
                                engineRest.getClasses().stream(),
                                engineRest.getInstances().stream().map(Object::getClass))
                        .filter(ContextResolver.class::isAssignableFrom))
                .containsExactly(JacksonConfigurator.class);
    }

    /** Spring's mapper would write {@code +07:00}. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    void datesAreWrittenAsTheEngineWritesThem(String tasks) {
        cooperation.agreement();

        JsonNode task = cooperation
                .session("binhduong.officer1")
                .get(tasks + "?maxResults=1&sortBy=created&sortOrder=desc")
                .expect(HttpStatus.OK)
                .json()
                .get(0);

        assertThat(task.path("created").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}");
        assertThat(task.has("delegationState")).as("what is null is said").isTrue();
    }
}
