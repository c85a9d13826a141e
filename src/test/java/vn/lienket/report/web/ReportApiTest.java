package vn.lienket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.report.process.ReportModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** {@code /api/v1/reports} as integrations use it, and the page of a report. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportApiTest {

    private static final String PATH = "/api/v1/reports";
    private static final Map<String, String> QUARTER =
            Map.of("channel", "binhduong-tayninh", "from", "2013-01-01", "to", "2013-03-31");

    @Autowired
    Cooperation cooperation;

    private Actor officer;
    private Answer started;

    @BeforeAll
    void openReport() {
        officer = cooperation.as("binhduong.officer1");
        started = officer.post(PATH, QUARTER).expect(HttpStatus.CREATED);
    }

    @Test
    void aStartAnswersTheCodeAndWhereTheReportIs() {
        assertThat(started.text("caseCode")).matches("H09-\\d{6}-\\d{4}");
        assertThat(started.text("processInstanceId")).isNotEmpty();
        assertThat(started.header("Location")).isEqualTo(path());
        JsonNode view = reviewed();

        assertThat(view.path("quarter").asText()).isEqualTo("quý I năm 2013");
        assertThat(view.path("caseStatus").asInt()).isEqualTo(4);
        assertThat(view.path("documents").findValuesAsText("kind")).containsExactly("draft", "sheets");
        assertThat(view.at("/figures/cases").isArray()).isTrue();
        assertThat(view.at("/totals/received").asInt(-1)).isZero();
        assertThat(officer.get(PATH + "?text=" + code()).json().findValuesAsText("caseCode"))
                .containsExactly(code());
        assertThat(officer.get("/api/v1/cases?kind=report&text=" + code())
                        .json()
                        .findValuesAsText("caseCode"))
                .containsExactly(code());
    }

    @Test
    void itsPageShowsTheFiguresAndTheVersions() {
        reviewed();
        assertThat(officer.open("/cases/" + code()).expect(HttpStatus.OK).body())
                .contains("Báo cáo sơ kết quý I năm 2013", "Số liệu, phiên bản 1", "Không phát sinh hồ sơ trong quý.");
        assertThat(officer.get("/api/v1/cases/" + code() + "/timeline")
                        .expect(HttpStatus.OK)
                        .body())
                .contains("so-lieu-so-ket-1.xlsx");
    }

    @Test
    void aSecondOneIsRefusedWithTheCodeOfTheFirst() {
        assertThat(cooperation
                        .as("tayninh.officer1")
                        .post(PATH, QUARTER)
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .contains(code(), "quý I năm 2013");
    }

    @ParameterizedTest
    @CsvSource({
        "channel, nowhere, channel",
        "channel, '', channel",
        "channel, ' binhduong-tayninh', channel",
        "from, 01/01/2013, from",
        "to, 2013-03-30, to",
        "to, 2013-06-30, to"
    })
    void aWrongFieldIsNamed(String field, String value, String named) {
        Map<String, String> fields = new HashMap<>(QUARTER);
        fields.put(field, value);

        assertThat(officer.post(PATH, fields)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactly(named);
    }

    @Test
    void anotherChannelSeesNothingOfItAndStartsNone() {
        Actor outsider = cooperation.as("qtsc.officer1");

        outsider.get(path()).expectRefusal(HttpStatus.NOT_FOUND);
        outsider.post(path() + "/withdrawal", Map.of("withdrawalReason", "Thử")).expectRefusal(HttpStatus.NOT_FOUND);
        outsider.post(PATH, QUARTER).expectRefusal(HttpStatus.FORBIDDEN);
        for (String id : reviewed().path("documents").findValuesAsText("id")) {
            outsider.get("/api/v1/documents/" + id).expectRefusal(HttpStatus.NOT_FOUND);
        }
        assertThat(outsider.get(PATH + "?text=" + code()).json().findValuesAsText("caseCode"))
                .isEmpty();
        cooperation.anonymous().get(path()).expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void onlyThoseWhoseTaskItIsCompleteIt() {
        String task = reviewed().at("/openTasks/0/id").asText();

        for (String stranger : List.of(
                "binhduong.clerk1", "binhduong.leader1", "tayninh.officer1", "qtsc.officer1", "binhduong.manager1")) {
            assertThat(cooperation
                            .as(stranger)
                            .complete(task, Map.of(ReportModel.REASSEMBLE, false))
                            .status())
                    .as(stranger)
                    .isIn(403, 404, 409);
        }
        for (String stranger : List.of("binhduong.leader1", "binhduong.clerk1")) {
            cooperation.as(stranger).post(PATH, QUARTER).expectRefusal(HttpStatus.FORBIDDEN);
        }
        cooperation
                .as("tayninh.officer1")
                .post(path() + "/withdrawal", Map.of("withdrawalReason", "Thử"))
                .expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void theFormIsOfferedTheUsersChannelsAndQuartersThatAreOver() {
        JsonNode options =
                cooperation.as("tayninh.officer1").get(PATH + "/options").json();

        assertThat(options.path("channels").findValuesAsText("id")).containsExactly("binhduong-tayninh");
        assertThat(options.path("quarters")).hasSize(8);
        assertThat(options.at("/quarters/0/name").asText()).startsWith("quý ");
    }

    private JsonNode reviewed() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> officer.get(path()).expect(HttpStatus.OK).json(),
                        view -> view.path("openTasks").size() > 0);
    }

    private String code() {
        return started.text("caseCode");
    }

    private String path() {
        return PATH + "/" + code();
    }
}
