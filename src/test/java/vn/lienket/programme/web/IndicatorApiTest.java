package vn.lienket.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.programme.web.MeasuredActivities.QTSC;
import static vn.lienket.programme.web.MeasuredActivities.TAY_NINH;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** {@code /api/v1/indicators}: who sees which series, as JSON and as CSV, and how a value is corrected. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorApiTest {

    private static final String PATH = "/api/v1/indicators";
    private static final String FIRST = "H88-260101-0001";
    private static final String SECOND = "H88-260101-0002";
    private static final String PARK = "H88-260101-0003";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private MeasuredActivities activities;
    private Actor officer;

    @BeforeAll
    void activitiesOfTwoChannels() {
        officer = cooperation.as("binhduong.officer1");
        activities = new MeasuredActivities(jdbc, cooperation.agreement().code());
        activities.open(FIRST, TAY_NINH, "ioc", "=Điều hành một", "Tỷ lệ cảnh báo đúng hạn", "%", "PERCENT");
        activities.baseline(FIRST, "72.5", "2025-12-31", "Báo cáo năm 2025", "Số làm tròn");
        activities.measure(FIRST, "80", "2026-03-31");
        activities.measure(FIRST, "91.5", "2026-06-30");
        activities.open(SECOND, TAY_NINH, "mooc", "Khóa học chung", "Số lượt hoàn thành", "lượt", "COUNT");
        activities.open(PARK, QTSC, "it-park-operations", "Khu công nghệ", "Xếp hạng khu", "hạng", "RANK");
        activities.measure(PARK, "18", "2026-09-30");
    }

    @Test
    void anItemTellsTheIndicatorOfAnActivityWithItsSeries() {
        JsonNode item = item(FIRST, "?field=ioc");

        assertThat(item.path("field").asText()).isEqualTo("ioc");
        assertThat(item.path("fieldName").asText()).contains("điều hành");
        assertThat(item.path("organisation").asText()).isEqualTo("binhduong");
        assertThat(item.path("partnerOrganisation").asText()).isEqualTo("tayninh");
        assertThat(item.path("kind").asText()).isEqualTo("percent");
        assertThat(item.path("direction").asText()).isEqualTo("more");
        assertThat(item.path("target").asText()).isEqualTo("90");
        assertThat(item.path("baseline").asText()).isEqualTo("72.5");
        assertThat(item.path("baselineDate").asText()).isEqualTo("2025-12-31");
        assertThat(item.path("baselineSource").asText()).isEqualTo("Báo cáo năm 2025");
        assertThat(item.path("baselineDoubt").asText()).isEqualTo("Số làm tròn");
        assertThat(item.path("reached").asBoolean()).isTrue();
        assertThat(item.path("channel").asText()).isEqualTo(TAY_NINH);
        assertThat(item.path("values").findValuesAsText("value")).containsExactly("80", "91.5");
        JsonNode value = item.path("values").path(0);
        assertThat(value.path("date").asText()).isEqualTo("2026-03-31");
        assertThat(value.path("by").asText()).isEqualTo("binhduong.officer1");
        assertThat(value.path("byName").asText()).isNotEmpty();
        assertThat(value.path("replaced").asBoolean()).isFalse();
    }

    @Test
    void itemsAreNarrowedDownByFieldOrganisationChannelAndPeriod() {
        assertThat(ours("?size=200")).containsSubsequence(FIRST, PARK, SECOND);
        assertThat(ours("?size=200&field=mooc")).containsExactly(SECOND);
        assertThat(ours("?size=200&organisation=tayninh")).containsExactly(FIRST, SECOND);
        assertThat(ours("?size=200&organisation=binhduong")).containsExactly(FIRST, PARK, SECOND);
        assertThat(ours("?size=200&channel=binhduong-qtsc")).containsExactly(PARK);
        assertThat(ours("?size=200&from=2026-06-01")).containsExactly(FIRST, PARK);
        assertThat(ours("?size=200&from=2026-06-01&to=2026-07-31")).containsExactly(FIRST);
        assertThat(item(FIRST, "?size=200&from=2026-06-01").path("values").findValuesAsText("value"))
                .containsExactly("91.5");
        assertThat(ours("?size=200&to=2026-01-31")).isEmpty();
    }

    @Test
    void itemsComeByPages() {
        JsonNode first = officer.get(PATH + "?size=1&channel=binhduong-tayninh").json();
        JsonNode second =
                officer.get(PATH + "?size=1&page=1&channel=binhduong-tayninh").json();

        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("size").asInt()).isEqualTo(1);
        assertThat(first.path("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(second.path("page").asInt()).isEqualTo(1);
        assertThat(second.at("/items/0/caseCode").asText())
                .isNotEqualTo(first.at("/items/0/caseCode").asText());
    }

    @Test
    void nobodySeesTheIndicatorsOfOtherChannels() {
        Actor stranger = cooperation.as("qtsc.officer1");

        assertThat(ours(stranger, "?size=200")).containsExactly(PARK);
        assertThat(stranger.get(PATH, "Accept", "text/csv").body())
                .contains(PARK)
                .doesNotContain(FIRST);
        stranger.get(PATH + "?channel=binhduong-tayninh").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.anonymous().get(PATH).expect(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({
        "field=none, field",
        "organisation=none, organisation",
        "channel=none, channel",
        "from=01/02/2026, from",
        "to=2026-13-01, to",
        "from=2026-02-01&to=2026-01-01, to",
        "page=-1, page",
        "page=x, page",
        "size=0, size",
        "size=201, size"
    })
    void whatCannotBeIsRefusedWithItsField(String query, String field) {
        Answer refused = officer.get(PATH + "?" + query).expectRefusal(HttpStatus.BAD_REQUEST);
        Answer asTable = officer.get(PATH + "?" + query, "Accept", "text/csv").expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(asTable.json().path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void allPagesComeAsOneTableWithARowForEachValue() {
        Answer table =
                officer.get(PATH + "?size=1&field=ioc", "Accept", "text/csv").expect(HttpStatus.OK);

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).contains("chi-tieu.csv");
        List<String> rows = table.body().lines().toList();
        assertThat(rows.get(0)).startsWith("\uFEFFMã lĩnh vực,").contains("Chỉ tiêu", "Giá trị", "Ngày đo");
        assertThat(rows.stream().filter(row -> row.contains(FIRST)))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains(",'=Điều hành một,", ",90,72.5,2025-12-31,"));
    }

    @Test
    void aCorrectionKeepsTheOldValueAndTellsWhy() {
        String code = "H88-260101-0004";
        activities.open(code, TAY_NINH, "ioc", "Điều hành hai", "Số chỉ số", "chỉ số", "COUNT");
        UUID wrong = activities.measure(code, "1900", "2026-06-30");
        activities.measure(code, "95", "2026-09-30");

        Answer corrected = officer.post(correction(wrong), said(19, "2026-06-30", "Gõ thừa hai số không"));

        corrected.expect(HttpStatus.CREATED);
        assertThat(corrected.text("value")).isEqualTo("19");
        assertThat(corrected.text("by")).isEqualTo("binhduong.officer1");
        JsonNode values = item(code, "?field=ioc").path("values");
        assertThat(values).hasSize(3);
        assertThat(values.findValuesAsText("value")).containsExactly("1900", "19", "95");
        assertThat(values.findValuesAsText("replaced")).containsExactly("true", "false", "false");
        assertThat(values.path(1).path("id").asText()).isEqualTo(corrected.text("id"));
        assertThat(values.path(1).path("reason").asText()).isEqualTo("Gõ thừa hai số không");
        officer.post(correction(wrong), said(20, "2026-06-30", "Lại sai")).expectRefusal(HttpStatus.CONFLICT);
    }

    @Test
    void onlyOfficersOfTheLeadCorrectAndOnlyWhatTheySee() {
        String code = "H88-260101-0005";
        activities.open(code, TAY_NINH, "ioc", "Điều hành ba", "Tỷ lệ ba", "%", "PERCENT");
        UUID value = activities.measure(code, "50", "2026-06-30");
        Map<String, Object> said = said(51, "2026-06-30", "Tính lại");

        cooperation.as("tayninh.officer1").post(correction(value), said).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("binhduong.leader1").post(correction(value), said).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("qtsc.officer1").post(correction(value), said).expectRefusal(HttpStatus.NOT_FOUND);
        officer.post(correction(UUID.randomUUID()), said).expectRefusal(HttpStatus.NOT_FOUND);
        refused(value, said(101, "2026-06-30", "Tính lại"), "value");
        refused(value, said("năm mươi", "2026-06-30", "Tính lại"), "value");
        refused(value, said(51, "2150-01-01", "Tính lại"), "date");
        refused(value, said(51, "2026-06-30", " "), "reason");
        assertThat(item(code, "?field=ioc").path("values")).hasSize(1);
    }

    private void refused(UUID value, Map<String, Object> said, String field) {
        Answer answer = officer.post(correction(value), said).expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(answer.json().path("errors").findValuesAsText("field")).containsExactly(field);
    }

    private static String correction(UUID value) {
        return "%s/%s/corrections".formatted(PATH, value);
    }

    private static Map<String, Object> said(Object value, String date, String reason) {
        return Map.of("value", value, "date", date, "reason", reason);
    }

    private JsonNode item(String code, String query) {
        return StreamSupport.stream(
                        officer.get(PATH + query)
                                .expect(HttpStatus.OK)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("caseCode").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ours(String query) {
        return ours(officer, query);
    }

    private List<String> ours(Actor actor, String query) {
        List<String> known = List.of(FIRST, SECOND, PARK);
        return actor.get(PATH + query).expect(HttpStatus.OK).json().path("items").findValuesAsText("caseCode").stream()
                .filter(known::contains)
                .toList();
    }
}
