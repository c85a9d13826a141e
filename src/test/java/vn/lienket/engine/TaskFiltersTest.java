package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** The saved filters that everybody finds in Tasklist. */
@IntegrationTest
class TaskFiltersTest {

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binhduong.officer1",
                "tayninh.legal2",
                "qtsc.leader1",
                "tayninh.clerk1",
                "binhduong.manager1",
                "admin"
            })
    void areThereForEverybody(String user) {
        assertThat(counts(Door.WEBAPPS.as(user, cooperation)).keySet())
                .startsWith("Việc của tôi", "Việc nhận thay", "Việc của đơn vị", "Sắp đến hạn", "Quá hạn");
    }

    @ParameterizedTest
    @EnumSource
    void countMineMyUnitsDueSoonAndOverdue(Door door) {
        EngineApi officer = door.as("binhduong.officer2", cooperation);
        EngineApi partner = door.as("tayninh.officer2", cooperation);
        Map<String, Integer> before = counts(officer);
        Map<String, Integer> partnersBefore = counts(partner);

        AgreementCase first = cooperation.agreement();
        AgreementCase second = cooperation.agreement();
        AgreementCase third = cooperation.agreement();
        officer.post("/task/" + task(first) + "/claim", Map.of("userId", "binhduong.officer2"))
                .expect(HttpStatus.NO_CONTENT);
        due(second, Duration.ofDays(1));
        due(third, Duration.ofDays(-1));

        assertThat(counts(officer))
                .containsEntry("Việc của tôi", before.get("Việc của tôi") + 1)
                .containsEntry("Việc của đơn vị", before.get("Việc của đơn vị") + 3)
                .containsEntry("Sắp đến hạn", before.get("Sắp đến hạn") + 1)
                .containsEntry("Quá hạn", before.get("Quá hạn") + 1);
        assertThat(counts(partner)).isEqualTo(partnersBefore);
    }

    @Test
    void showTheDossierOnTheCard() {
        for (JsonNode filter :
                cooperation.as("qtsc.officer1").get("/engine-rest/filter").json()) {
            assertThat(filter.at("/properties/variables").findValuesAsText("name"))
                    .containsExactly("caseCode", "caseTitle");
            assertThat(filter.at("/properties/refresh").asBoolean()).isTrue();
        }
    }

    /** Name of each filter, in the order of the list, and how many tasks it finds. */
    private static Map<String, Integer> counts(EngineApi person) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        JsonNode filters = person.get("/filter?resourceType=Task&sortBy=filterId&sortOrder=asc")
                .expect(HttpStatus.OK)
                .json();
        for (JsonNode filter : filters) {
            counts.put(
                    filter.path("name").asText(),
                    person.get("/filter/%s/count".formatted(filter.path("id").asText()))
                            .expect(HttpStatus.OK)
                            .json()
                            .path("count")
                            .asInt());
        }
        return counts;
    }

    private static String task(AgreementCase agreement) {
        return agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    private void due(AgreementCase agreement, Duration fromNow) {
        jdbc.sql("update act_ru_task set due_date_ = ? where id_ = ?")
                .params(Timestamp.from(Instant.now().plus(fromNow)), task(agreement))
                .update();
    }
}
