package vn.lienket.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.lienket.document.PaperType;
import vn.lienket.document.PdfTemplates;
import vn.lienket.document.TestTemplates;
import vn.lienket.maturity.MaturityFramework;
import vn.lienket.maturity.Scores;
import vn.lienket.maturity.ShippedFramework;
import vn.lienket.party.Organisation;

/** The papers of a consulting case; the files are left in target/pdf for the eye. */
class ConsultingDocumentsTest {

    private static final String LOOKUP = "https://lienket.example/consulting/link?case=H09-261105-0001";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
    private static final Organisation BINH_DUONG = new Organisation(
            "binhduong",
            "Sở Thông tin và Truyền thông tỉnh Bình Dương",
            "Sở TT&TT Bình Dương",
            "Ủy ban nhân dân tỉnh Bình Dương",
            "STTTT",
            "H09",
            "vanthu@binhduong.example",
            "Bình Dương",
            "GIÁM ĐỐC",
            "civil-service",
            null,
            null,
            null);
    private static final String SIGNER = "Trần Văn Lãnh Đạo";
    private static final String QTSC = "Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung";
    private static final SupportLine CONSULTING = new SupportLine(
            "Hợp đồng tư vấn chuyển đổi số",
            80_000_000,
            new BigDecimal("0.5"),
            50_000_000L,
            20_000_000,
            30_000_000,
            "Nghị định số 80/2021/NĐ-CP, Điều 11");
    private static final SupportLine UNKNOWN =
            new SupportLine("Thuê, mua giải pháp chuyển đổi số", 45_500_000, null, null, 0, 0, null);

    private final MaturityFramework framework = ShippedFramework.get();
    private final PdfTemplates templates = TestTemplates.pdf();

    @Test
    void aRoadmapShowsTheEnterpriseItsMaturityTheStepsAndTheProvisionalSupport() throws IOException {
        try (PDDocument pdf = rendered("roadmap", roadmap(steps(4), List.of(CONSULTING, UNKNOWN)))) {
            assertThat(text(pdf))
                    .contains(
                            "LỘ TRÌNH CHUYỂN ĐỔI SỐ",
                            "Bình Dương, ngày 05 tháng 11 năm 2026",
                            "Hồ sơ H09-261105-0001, lộ trình phiên bản 2; đơn vị tư vấn: " + QTSC,
                            "Mã số thuế: 3700000001",
                            "Doanh nghiệp nhỏ (Nghị định số 80/2021/NĐ-CP, Điều 5)",
                            "Doanh thu năm: 48.500.000.000 đồng",
                            "Đối tượng ưu tiên: doanh nghiệp do phụ nữ làm chủ",
                            "28,4/100 điểm, mức độ “Nhận thức”.",
                            "Bộ câu hỏi nội bộ, chưa phải bộ tiêu chí chính thức.",
                            "phiên bản 2026.1",
                            "1 Định hướng chiến lược chuyển đổi số 10,0",
                            "Điểm chung 28,4",
                            "Tổng chi phí 100.000.000",
                            "Thời hạn tính bằng ngày làm việc",
                            "50 % × 80.000.000 = 40.000.000 đồng; mức tối đa của năm còn 30.000.000 đồng"
                                    + " (đã hỗ trợ 20.000.000 đồng); lấy số nhỏ hơn.",
                            "Căn cứ: Nghị định số 80/2021/NĐ-CP, Điều 11.",
                            "Chưa có quy định",
                            "Tổng cộng 30.000.000",
                            "tạm tính đến ngày 05/11/2026, chưa phải quyết định hỗ trợ",
                            "ĐẠI DIỆN DOANH NGHIỆP CHUYÊN GIA TƯ VẤN")
                    .doesNotContain("Điểm sau", "Số: ……", "null");
            assertThat(pictures(pdf)).as("the radar, the QR code").isEqualTo(2);
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("Hồ sơ H09-261105-0001, phiên bản 2");
        }
    }

    @Test
    void theHeadOfALongTableIsRepeatedOnEachPage() throws IOException {
        try (PDDocument pdf = rendered("roadmap-long", roadmap(steps(30), List.of(CONSULTING)))) {
            long pagesWithHead = IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .filter(page -> text(pdf, page, page).contains("TT Tên việc Trụ cột"))
                    .count();
            long pagesWithSteps = IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .filter(page -> text(pdf, page, page).contains("Chuẩn hóa dữ liệu"))
                    .count();
            assertThat(pagesWithSteps).isGreaterThan(2);
            assertThat(pagesWithHead).isEqualTo(pagesWithSteps);
            assertThat(text(pdf)).contains("Việc số 30:");
        }
    }

    @Test
    void aTextLongerThanAPageIsShownToItsEnd() throws IOException {
        String solution =
                "Bắt đầu " + "giải pháp rất dài ".repeat(200) + "mộtmãkhôngcókhoảngtrắng".repeat(10) + " kết thúc";
        var step = new RoadmapDocument.Step("Việc dài", "Chuỗi cung ứng", solution, 9_999_999_999_999L, "Không", 1000);
        try (PDDocument pdf = rendered("roadmap-huge", roadmap(List.of(step), List.of()))) {
            assertThat(text(pdf)).contains("Bắt đầu giải", "9.999.999.999.999", "kết thúc");
        }
    }

    @Test
    void aRoadmapWithoutStepsOrSupportSaysSo() throws IOException {
        try (PDDocument pdf = rendered("roadmap-empty", roadmap(List.of(), List.of()))) {
            assertThat(text(pdf))
                    .contains("Lộ trình không có bước nào.", "Lộ trình không có khoản nào đề nghị hỗ trợ.")
                    .doesNotContain("Tổng chi phí", "Tổng cộng");
        }
    }

    @Test
    void aReportShowsTheGainTheResultsTheSupportAndTheSatisfaction() throws IOException {
        ReportDocument.Support granted = new ReportDocument.Support(
                "grant", "07/QĐ-STTTT", LocalDate.of(2026, 7, 1), "Đủ điều kiện theo hồ sơ.", List.of(CONSULTING));
        try (PDDocument pdf = rendered("report", report(12, granted))) {
            assertThat(text(pdf))
                    .contains(
                            "Số: 12/BC-STTTT",
                            "ngày 05 tháng 11 năm 2026",
                            "Trần Văn Lãnh Đạo",
                            "BÁO CÁO Kết quả tư vấn chuyển đổi số cho CÔNG TY",
                            "thực hiện từ ngày 02/03/2026 đến ngày 05/11/2026",
                            "Trước tư vấn: 28,4/100 điểm, mức độ “Nhận thức”",
                            "Sau tư vấn: 61,0/100 điểm, mức độ “Nâng cao”",
                            "Điểm trước Điểm sau Tăng, giảm",
                            "1 Định hướng chiến lược chuyển đổi số 10,0 60,0 +50,0",
                            "6 Nghiệp vụ quản lý tài chính, pháp lý và nhân sự 61,3 55,0 -6,3",
                            "Điểm chung 28,4 61,0 +32,6",
                            "Tổng chi phí 300.000.000 282.000.000",
                            "quyết định số 07/QĐ-STTTT ngày 01/07/2026, doanh nghiệp được hỗ trợ 30.000.000 đồng.",
                            "Ý kiến của người quyết định: Đủ điều kiện theo hồ sơ.",
                            "50 % × 80.000.000 = 40.000.000 đồng",
                            "Căn cứ: Nghị định số 80/2021/NĐ-CP, Điều 11.",
                            "Mức độ hài lòng của doanh nghiệp: 4/5.",
                            "Doanh nghiệp đã vận hành ổn định",
                            "- Lưu: VT, hồ sơ H09-261105-0001.")
                    .doesNotContain("null");
            assertThat(pictures(pdf)).as("the radar, the QR code").isEqualTo(2);
        }
    }

    @Test
    void aReportWithoutSupportSaysWhy() throws IOException {
        var refused =
                new ReportDocument.Support("refuse", null, LocalDate.of(2026, 7, 1), "Hết ngân sách năm.", List.of());
        var none = new ReportDocument.Support("none", null, LocalDate.of(2026, 7, 1), null, List.of());

        try (PDDocument pdf = rendered("report-refused", report(1, refused))) {
            assertThat(text(pdf))
                    .contains("Đề nghị hỗ trợ không được chấp thuận (ngày 01/07/2026).", "Hết ngân sách năm.");
        }
        try (PDDocument pdf = rendered("report-none", report(0, none))) {
            assertThat(text(pdf))
                    .contains("Lộ trình không có bước nào.", "Hồ sơ không phát sinh khoản hỗ trợ (ngày 01/07/2026).")
                    .doesNotContain("Ý kiến của người quyết định");
        }
    }

    @Test
    void aDecisionGrantsEachAmountWithWhatItRestsOnAndBearsItsNumberDateAndSigner() throws IOException {
        try (PDDocument pdf = rendered(
                "decision", decision(new PaperHead(PaperType.DECISION, "07/QĐ-STTTT", TODAY, SIGNER), CONSULTING))) {
            assertThat(text(pdf))
                    .contains(
                            "Số: 07/QĐ-STTTT",
                            "ngày 05 tháng 11 năm 2026",
                            "QUYẾT ĐỊNH Về việc hỗ trợ CÔNG TY",
                            "Điều 1. Hỗ trợ CÔNG TY",
                            "30.000.000 đồng để thực hiện lộ trình chuyển đổi số",
                            "Căn cứ Nghị định số 80/2021/NĐ-CP, Điều 11;",
                            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
                            SIGNER)
                    .doesNotContain("null", "THÔNG BÁO");
        }
    }

    @Test
    void aRefusalIsToldByANoticeWithItsReason() throws IOException {
        try (PDDocument pdf =
                rendered("refusal", decision(new PaperHead(PaperType.NOTICE, "08/TB-STTTT", TODAY, SIGNER)))) {
            assertThat(text(pdf))
                    .contains(
                            "Số: 08/TB-STTTT",
                            "THÔNG BÁO Về việc không hỗ trợ kinh phí cho CÔNG TY",
                            "2. Lý do: Hết kinh phí năm.",
                            SIGNER)
                    .doesNotContain("null", "Điều 1");
        }
    }

    @Test
    void aDraftHasRoomForItsNumberAndDate() throws IOException {
        try (PDDocument pdf =
                rendered("draft", decision(new PaperHead(PaperType.DECISION, null, null, SIGNER), CONSULTING))) {
            assertThat(text(pdf))
                    .contains("Số: ……/QĐ-STTTT", "ngày …… tháng …… năm ………")
                    .doesNotContain("null");
        }
    }

    private DecisionDocument decision(PaperHead head, SupportLine... lines) {
        return new DecisionDocument(
                "H09-261105-0001",
                head,
                BINH_DUONG,
                enterprise(),
                2,
                LocalDate.of(2026, 11, 4),
                lines.length == 0 ? "Hết kinh phí năm." : null,
                List.of(lines),
                Stream.of(lines).map(SupportLine::citation).distinct().toList());
    }

    private RoadmapDocument roadmap(List<RoadmapDocument.Step> steps, List<SupportLine> support) {
        return new RoadmapDocument(
                "H09-261105-0001",
                2,
                TODAY,
                BINH_DUONG,
                "Nguyễn Thị Minh Khai",
                QTSC,
                enterprise(),
                new MaturityResult(framework, before(), "Nhận thức", null, null),
                steps,
                support);
    }

    private ReportDocument report(int steps, ReportDocument.Support support) {
        return new ReportDocument(
                "H09-261105-0001",
                new PaperHead(PaperType.REPORT, "12/BC-STTTT", TODAY, SIGNER),
                LocalDate.of(2026, 3, 2),
                TODAY,
                BINH_DUONG,
                "Nguyễn Thị Minh Khai",
                QTSC,
                enterprise(),
                new MaturityResult(framework, before(), "Nhận thức", after(), "Nâng cao"),
                IntStream.rangeClosed(1, steps)
                        .mapToObj(i -> new ReportDocument.Step(
                                title(i),
                                framework.pillars().get(i % 7).name(),
                                "Đã đưa vào sử dụng ở tất cả bộ phận; dữ liệu nhập một lần, báo cáo có ngay trong ngày.",
                                25_000_000,
                                23_500_000))
                        .toList(),
                support,
                4,
                "Doanh nghiệp đã vận hành ổn định các phần mềm, có người phụ trách và kế hoạch năm tiếp theo.");
    }

    private List<RoadmapDocument.Step> steps(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new RoadmapDocument.Step(
                        title(i),
                        framework.pillars().get(i % 7).name(),
                        "Thuê phần mềm quản lý bán hàng và kho theo tháng, tích hợp hóa đơn điện tử và sàn thương mại",
                        25_000_000,
                        i % 2 == 0 ? "Hợp đồng tư vấn chuyển đổi số" : "Thuê, mua giải pháp chuyển đổi số",
                        30))
                .toList();
    }

    private static String title(int number) {
        return "Việc số %d: Chuẩn hóa dữ liệu hàng hóa, khách hàng và nhà cung cấp trên một hệ thống".formatted(number);
    }

    private static EnterpriseFacts enterprise() {
        return new EnterpriseFacts(
                new Applicant(
                        "3700000001",
                        "CÔNG TY TRÁCH NHIỆM HỮU HẠN SẢN XUẤT – THƯƠNG MẠI – DỊCH VỤ GỖ MỸ NGHỆ XUẤT KHẨU THUẬN AN & CÁC CỘNG SỰ",
                        "trade-services",
                        48,
                        48_500_000_000L,
                        21_000_000_000L,
                        true,
                        false,
                        "Trần Văn Đức",
                        "lienhe@thuanan.example",
                        "0901234567"),
                "Doanh nghiệp nhỏ",
                "Nghị định số 80/2021/NĐ-CP, Điều 5",
                "Chưa theo dõi được tồn kho và đơn hàng giữa các kênh; muốn có lộ trình phù hợp với vốn của doanh nghiệp.");
    }

    private Scores before() {
        return scores("28.4", "10.0", "25.0", "32.5", "20.0", "5.0", "61.3", "45.0");
    }

    private Scores after() {
        return scores("61.0", "60.0", "62.5", "70.0", "55.0", "48.0", "55.0", "73.3");
    }

    private Scores scores(String overall, String... values) {
        Map<String, BigDecimal> pillars = new LinkedHashMap<>();
        framework.pillars().forEach(pillar -> pillars.put(pillar.id(), new BigDecimal(values[pillars.size()])));
        return new Scores(pillars, new BigDecimal(overall));
    }

    @Test
    void thePapersLeadToWhereTheCaseIsLookedUp() throws Exception {
        try (PDDocument pdf = rendered("lookup", roadmap(steps(1), List.of()))) {
            assertThat(text(pdf)).contains("Tra cứu hồ sơ", LOOKUP);
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            Result read = new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))));
            assertThat(read.getText()).isEqualTo(LOOKUP);
        }
    }

    private PDDocument rendered(String name, Record document) throws IOException {
        String template =
                document.getClass().getSimpleName().replace("Document", "").toLowerCase(Locale.ROOT);
        byte[] pdf = templates.render(
                "consulting/" + template, Map.of(template, document, "lookup", PaperLookup.at(LOOKUP)));
        Files.write(Files.createDirectories(Path.of("target", "pdf")).resolve(name + ".pdf"), pdf);
        return Loader.loadPDF(pdf);
    }

    private static int pictures(PDDocument pdf) throws IOException {
        int pictures = 0;
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                pictures += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return pictures;
    }

    private static String text(PDDocument pdf) {
        return text(pdf, 1, pdf.getNumberOfPages());
    }

    private static String text(PDDocument pdf, int from, int to) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        try {
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
