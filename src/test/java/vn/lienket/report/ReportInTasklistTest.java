package vn.lienket.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** The report of a quarter from the start form to the papers that every party gets, each step in Tasklist as the real person. */
@IntegrationTest
class ReportInTasklistTest {

    private static final String PROCESS = "Báo cáo sơ kết hợp tác";
    private static final String REVIEW = "Soát xét báo cáo";
    private static final String APPROVE = "Phê duyệt báo cáo";
    private static final String REGISTER = "Vào sổ, cấp số";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private String code;

    @Test
    void itsPeopleTakeAReportFromTheStartFormToTheRegisteredPapers() throws IOException {
        officerOpens(CHROMIUM.tasklistOf("tayninh.officer1"));
        officerReviews(CHROMIUM.tasklistOf("tayninh.officer1"));
        leaderWantsChanges(CHROMIUM.tasklistOf("tayninh.leader1"));
        officerReviewsAgain(CHROMIUM.tasklistOf("tayninh.officer1"));
        leaderApproves(CHROMIUM.tasklistOf("tayninh.leader1"));
        clerkRegisters(CHROMIUM.tasklistOf("tayninh.clerk1"));
        papersAreThere();
    }

    private void officerOpens(TasklistPage officer) {
        officer.beginCase(PROCESS).select("Kênh hợp tác", "binhduong-tayninh").select("Kỳ báo cáo", "2");
        picture(officer, "start");
        officer.start();
        code = officer.caseCode("Báo cáo sơ kết");
    }

    private void officerReviews(TasklistPage officer) {
        officer.open(REVIEW, code).claim();
        assertThat(officer.shown("papers")).containsText("Dự thảo báo cáo (PDF)");
        picture(officer, "review");
        officer.fill("Ý kiến về báo cáo", "Số liệu khớp với sổ").complete();
    }

    private void leaderWantsChanges(TasklistPage leader) {
        leader.open(APPROVE, code).claim();
        leader.check("Yêu cầu sửa").refused("Ý kiến về báo cáo: không được để trống.");
        picture(leader, "approve-refused");
        leader.fill("Ý kiến về báo cáo", "Nêu rõ phần hỗ trợ").complete();
    }

    private void officerReviewsAgain(TasklistPage officer) {
        officer.open(REVIEW, code).claim();
        assertThat(officer.shown("opinions")).containsText("Nêu rõ phần hỗ trợ");
        assertThat(officer.shown("papers")).containsText("Phiên bản2");
        officer.complete();
    }

    private void leaderApproves(TasklistPage leader) {
        leader.open(APPROVE, code).claim();
        leader.check("Phê duyệt").complete();
    }

    private void clerkRegisters(TasklistPage clerk) {
        clerk.open(REGISTER, code).claim();
        assertThat(clerk.field("Số, ký hiệu văn bản")).hasValue(Pattern.compile("\\d{2,}/BC-.+"));
        assertThat(clerk.shown("papers")).containsText("Dự thảo báo cáo (PDF)");
        assertThat(clerk.shown("opinions")).containsText("Nêu rõ phần hỗ trợ");
        picture(clerk, "register");
        clerk.fill("Ngày văn bản", TODAY.plusDays(1).toString()).refused("Ngày văn bản: không được ở tương lai.");
        picture(clerk, "register-refused");
        clerk.fill("Ngày văn bản", TODAY.toString()).complete();
    }

    private void papersAreThere() throws IOException {
        Actor other = cooperation.as("binhduong.officer1");
        JsonNode report = Awaitility.await()
                .until(
                        () -> other.get("/api/v1/reports/" + code)
                                .expect(HttpStatus.OK)
                                .json(),
                        view -> view.path("caseStatus").asInt() == 10);
        byte[] pdf = paper(other, report, "bao-cao-so-ket.pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "/BC-", "sơ kết");
        }
        byte[] sheets = paper(other, report, "so-lieu-so-ket-2.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheets))) {
            assertThat(workbook.getNumberOfSheets()).isGreaterThanOrEqualTo(6);
        }
        assertThat(cooperation
                        .anonymous()
                        .get("/mailbox/messages?size=200")
                        .expect(HttpStatus.OK)
                        .json()
                        .findValuesAsText("subject"))
                .anyMatch(subject -> subject.contains("[" + code + "]"));
        TasklistPage officer = CHROMIUM.tasklistOf("binhduong.officer1");
        officer.page().navigate(officer.page().url().replaceAll("/camunda.*", "/cases/" + code));
        CHROMIUM.picture(officer.page(), "report-page");
    }

    private static byte[] paper(Actor reader, JsonNode report, String name) {
        for (JsonNode document : report.path("documents")) {
            if (document.path("fileName").asText().equals(name)) {
                return reader.get("/api/v1/documents/" + document.path("id").asText())
                        .expect(HttpStatus.OK)
                        .bytes();
            }
        }
        throw new AssertionError("no " + name + " in " + report.path("documents"));
    }

    private static void picture(TasklistPage tasklist, String name) {
        CHROMIUM.picture(tasklist.page(), "report-" + name);
    }
}
