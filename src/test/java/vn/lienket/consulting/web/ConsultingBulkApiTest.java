package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.consulting.process.ConsultingBulkModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.SampleEnterprises;

@IntegrationTest
class ConsultingBulkApiTest {

    private static final String BULK = "/api/v1/consulting-cases/bulk";
    private static final String NEED = "Cần quản lý sản xuất";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aListIsOpenedByTheJobExecutorAndItsRefusalsAreACsvFile() {
        List<String> small = new SampleEnterprises(jdbc).small(40, "Thủy sản Cửu Long");
        Answer accepted = officer()
                .post(
                        BULK,
                        Map.of(
                                "taxCodes",
                                Stream.concat(small.stream(), Stream.of("=1+1")).toList(),
                                "need",
                                NEED))
                .expect(HttpStatus.ACCEPTED);
        String location = accepted.header("Location");
        assertThat(location).isEqualTo(BULK + "/" + accepted.text("id"));

        JsonNode done = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> officer().get(location).expect(HttpStatus.OK).json(),
                        view -> view.path("state").asText().equals("DONE"));

        assertThat(done.path("total").asInt()).isEqualTo(41);
        assertThat(done.path("opened").asInt()).isEqualTo(40);
        assertThat(done.path("refused").asInt()).isEqualTo(1);
        assertThat(done.path("remaining").asInt()).isZero();
        assertThat(done.path("casesPerSecond").asDouble()).isPositive();
        assertThat(done.path("requestedBy").asText()).isEqualTo("binhduong.officer1");
        assertThat(done.path("endedAt").isTextual()).isTrue();
        Answer refusals = officer().get(location + "/refusals").expect(HttpStatus.OK);
        assertThat(refusals.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(refusals.body()).startsWith("\uFEFFtaxCode,reason").contains("\n'=1+1,", "Mã số thuế: ");
        officer().post(location + "/cancellation", Map.of()).expectRefusal(HttpStatus.CONFLICT);
    }

    @Test
    void aQueryOfTheRegistryIsOpenedToo() {
        new SampleEnterprises(jdbc).silent(2, "Cao su Phước Hòa Mới");
        String id = officer()
                .post(BULK, Map.of("query", Map.of("text", "phuoc hoa moi", "size", "small"), "need", NEED))
                .expect(HttpStatus.ACCEPTED)
                .text("id");

        assertThat(officer().get(BULK + "/" + id).json().path("total").asInt()).isEqualTo(2);
    }

    static Stream<Arguments> wrong() {
        List<String> one = List.of("3700123456");
        return Stream.of(
                Arguments.of(Map.of("need", NEED), "taxCodes"),
                Arguments.of(Map.of("taxCodes", one, "query", Map.of("text", "a"), "need", NEED), "taxCodes"),
                Arguments.of(Map.of("taxCodes", List.of(), "need", NEED), "taxCodes"),
                Arguments.of(Map.of("taxCodes", Collections.nCopies(20_001, "1"), "need", NEED), "taxCodes"),
                Arguments.of(Map.of("taxCodes", one), "need"),
                Arguments.of(Map.of("taxCodes", one, "need", NEED, "needCategory", "gold"), "needCategory"),
                Arguments.of(Map.of("taxCodes", one, "need", NEED, "channel", "binhduong-tayninh-x"), "channel"),
                Arguments.of(Map.of("query", Map.of(), "need", NEED), "query"),
                Arguments.of(Map.of("query", Map.of("text", "xyzzy nobody"), "need", NEED), "query"),
                Arguments.of(Map.of("query", Map.of("sector", "banking"), "need", NEED), "query.sector"),
                Arguments.of(Map.of("query", Map.of("size", "huge"), "need", NEED), "query.size"),
                Arguments.of(Map.of("query", Map.of("text", "a\u0000"), "need", NEED), "query.text"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFieldIsNamed(Map<String, Object> request, String field) {
        Answer refused = officer().post(BULK, request).expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(refused.body()).contains("\"%s\"".formatted(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.leader1", "binhduong.expert1", "qtsc.officer1", "tayninh.officer1"})
    void othersThanTheOfficersOfTheLeadAreShutOut(String person) {
        Actor other = cooperation.as(person);
        String bulk = BULK + "/" + UUID.randomUUID();

        other.post(BULK, Map.of("taxCodes", List.of("3700123456"), "need", NEED))
                .expectRefusal(HttpStatus.FORBIDDEN);
        other.get(bulk).expectRefusal(HttpStatus.FORBIDDEN);
        other.get(bulk + "/refusals").expectRefusal(HttpStatus.FORBIDDEN);
        other.post(bulk + "/cancellation", Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void nobodyFindsWhatIsNotThereAndNobodyGetsInUnnamed() {
        officer().get(BULK + "/" + UUID.randomUUID()).expectRefusal(HttpStatus.NOT_FOUND);
        officer().get(BULK + "/" + UUID.randomUUID() + "/refusals").expectRefusal(HttpStatus.NOT_FOUND);
        officer().get(BULK + "/0").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.anonymous().get(BULK + "/" + UUID.randomUUID()).expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void nobodyStartsTheProcessHimself() {
        officer()
                .post(
                        "/engine-rest/process-definition/key/" + ConsultingBulkModel.PROCESS + "/start",
                        Map.of("variables", Map.of()))
                .expectRefusal(HttpStatus.FORBIDDEN);
    }

    private Actor officer() {
        return cooperation.as("binhduong.officer1");
    }
}
