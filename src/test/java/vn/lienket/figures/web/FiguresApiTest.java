package vn.lienket.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** {@code /api/v1/figures}: who counts what, in which shapes. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresApiTest {

    private static final String PATH = "/api/v1/figures";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    Cooperation cooperation;

    private String code;

    @BeforeAll
    void anAgreementIsOpened() {
        code = cooperation
                .agreement(Map.of("cooperationFields", List.of("ioc")))
                .code();
    }

    @Test
    void aManagerCountsTheCasesOfHisChannels() {
        JsonNode figures = get("tayninh.manager1", "").json();

        JsonNode item = StreamSupport.stream(figures.path("items").spliterator(), false)
                .filter(each -> each.path("organisation").asText().equals("binhduong")
                        && each.path("kind").asText().equals("agreement")
                        && each.path("field").asText().equals("ioc"))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("channel").asText()).isEqualTo("binhduong-tayninh");
        assertThat(item.path("received").asInt()).isPositive();
        assertThat(item.path("inProgress").asInt()
                        + item.path("overdue").asInt()
                        + item.path("paused").asInt())
                .isPositive();
        assertThat(item.path("organisationName").asText()).isNotEmpty();
        assertThat(figures.path("total").path("received").asInt())
                .isGreaterThanOrEqualTo(item.path("received").asInt());
        assertThat(figures.path("items").findValuesAsText("channel")).containsOnly("binhduong-tayninh");
    }

    @Test
    void aLeaderCountsWhatHisOrganisationLeads() {
        JsonNode figures = get("tayninh.leader1", "").json();
        assertThat(figures.path("items").findValuesAsText("organisation")).doesNotContain("binhduong");

        get("tayninh.leader1", "?organisation=binhduong", HttpStatus.FORBIDDEN);
        assertThat(get("binhduong.leader1", "?organisation=binhduong").json().path("items"))
                .isNotEmpty();
    }

    @Test
    void behindANumberAreItsCases() {
        JsonNode cases = get("tayninh.manager1", "/cases?measure=received&kind=agreement&field=ioc&size=200")
                .json();
        assertThat(cases.path("items").findValuesAsText("caseCode")).contains(code);
        assertThat(cases.path("total").asInt()).isEqualTo(cases.path("items").size());
        JsonNode inNone = get("tayninh.manager1", "/cases?measure=received&kind=agreement&field=-&size=200")
                .json();
        assertThat(inNone.path("items").findValuesAsText("caseCode")).doesNotContain(code);
    }

    @Test
    void theSameIsAFile() throws IOException {
        Actor manager = cooperation.as("binhduong.manager1");

        String csv =
                manager.get(PATH, "Accept", "text/csv").expect(HttpStatus.OK).body();
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("month,organisation,")
                .endsWith(",declined,rate");

        Answer sheet = manager.get(PATH, "Accept", XLSX).expect(HttpStatus.OK);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.bytes()))) {
            Row head = workbook.getSheetAt(0).getRow(0);
            assertThat(head.getCell(0).getStringCellValue()).isEqualTo("Đơn vị chủ trì");
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThan(1);
        }

        Answer paper = manager.get(PATH, "Accept", "application/pdf").expect(HttpStatus.OK);
        try (PDDocument pdf = Loader.loadPDF(paper.bytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tổng cộng", "tháng chưa kết thúc");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?month=2026-13,            month",
        "?month=9999-01,            month",
        "?month=tháng,              month",
        "?organisation=none,        organisation",
        "?lead=none,                lead",
        "?kind=none,                kind",
        "?channel=binhduong-qtsc,   channel",
        "?field=none,               field",
        "/cases,                    measure",
        "/cases?measure=none,       measure",
        "/cases?measure=late&size=0, size"
    })
    void whatCannotBeIsRefusedByItsName(String query, String field) {
        Answer refusal = get("tayninh.manager1", query, HttpStatus.BAD_REQUEST);
        assertThat(refusal.json().path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void nobodyElseCounts() {
        get("binhduong.officer1", "", HttpStatus.FORBIDDEN);
        get("binhduong.expert1", "/cases?measure=late", HttpStatus.FORBIDDEN);
        assertThat(cooperation.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void anAdministratorHasEverythingCountedAnew() {
        cooperation.as("binhduong.manager1").post(PATH + "/rebuild", Map.of()).expect(HttpStatus.FORBIDDEN);

        JsonNode done = cooperation
                .as("admin")
                .post(PATH + "/rebuild", Map.of())
                .expect(HttpStatus.OK)
                .json();
        assertThat(done.path("cases").asInt()).isPositive();
    }

    private Answer get(String who, String query) {
        return get(who, query, HttpStatus.OK);
    }

    private Answer get(String who, String query, HttpStatus status) {
        return cooperation.as(who).get(PATH + query).expect(status);
    }
}
