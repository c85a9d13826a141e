package vn.lienket.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.lienket.document.DocumentNumber;
import vn.lienket.document.TestTemplates;
import vn.lienket.figures.ActivityStanding;
import vn.lienket.figures.ActivityStanding.Standing;
import vn.lienket.figures.CaseCount;
import vn.lienket.figures.ExpiringAgreement;
import vn.lienket.figures.IndicatorStanding;
import vn.lienket.figures.Quarter;
import vn.lienket.figures.QuarterFigures;
import vn.lienket.figures.SupportGranted;
import vn.lienket.figures.TechnologyHandedOver;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.programme.IndicatorKind;
import vn.lienket.support.ListedParties;

/** The PDF and the XLSX say the same, the totals are those of the detail, and long tables go on over pages. */
class ReportPapersTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Quarter QUARTER = new Quarter(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final int MANY = 90;

    private final ReportDocuments papers = new ReportDocuments(TestTemplates.pdf(), directory(), JSON);

    @Test
    void theDraftHasNeitherNumberNorDate() throws IOException {
        String text = text(papers.draft(report(), figures(1), 2), "draft");

        assertThat(text)
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Số: ……/BC-STTTT",
                        "Dự thảo, phiên bản 2",
                        "tháng …… năm",
                        "Sơ kết quý III năm 2026",
                        "từ ngày 01/07/2026 đến hết ngày 30/09/2026");
    }

    @Test
    void theReportHasItsNumberItsDateItsRecipientsAndEverySection() throws IOException {
        String text = text(papers.report(registered(), figures(2)), "report");

        assertThat(text)
                .contains(
                        "Số: 05/BC-STTTT", "ngày 05 tháng 10 năm 2026", "Nơi nhận:", "Lưu: VT, hồ sơ H09-261005-0001.")
                .contains("I. Tình hình xử lý hồ sơ", "VI. Thỏa thuận sắp hết hiệu lực", "đến hết ngày 29/03/2027")
                .contains("Kỳ trước chuyển sang 2 hồ sơ, trong quý nhận 6 hồ sơ")
                .contains("Tổng cộng: Số lớp 2 hoạt động lớp 20 16", "in sai", "40.000.000")
                .doesNotContain("Dự thảo", "null");
    }

    @Test
    void whatDidNotHappenIsSaid() throws IOException {
        QuarterFigures none = new QuarterFigures(
                "binhduong-tayninh",
                QUARTER,
                QUARTER.to(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.of(2027, 3, 29),
                List.of());

        assertThat(text(papers.draft(report(), none, 1), "empty").split("Không phát sinh\\.", -1))
                .hasSize(7);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(papers.sheets(none)))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
        }
    }

    @Test
    void aLongTableRepeatsItsHeadAndSplitsNoRow() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(write(papers.report(registered(), figures(MANY)), "long"))) {
            assertThat(pdf.getNumberOfPages()).isBetween(15, 40);
            int heads = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf).replaceAll("\\s+", " ");
                heads += text.contains("Tiến độ (%)") ? 1 : 0;
                // the first and the last words of a row stand on one page
                for (int i = 0; i < MANY; i++) {
                    assertThat(text.contains("<đầu %d>".formatted(i)))
                            .isEqualTo(text.contains("<cuối %d>".formatted(i)));
                }
            }
            assertThat(heads).isGreaterThan(2);
        }
    }

    @Test
    void everySheetHoldsItsTableWithNumbersAndDaysAndTheTotalsAddUp() throws IOException {
        QuarterFigures figures = figures(7);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(papers.sheets(figures)))) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly("Hồ sơ", "Hoạt động", "Chỉ tiêu", "Hỗ trợ", "Chuyển giao", "Sắp hết hiệu lực");
            Sheet cases = workbook.getSheet("Hồ sơ");
            assertThat(cases.getLastRowNum()).isEqualTo(8);
            for (int column = 3; column <= 9; column++) {
                assertThat(sum(cases, column, 7)).isEqualTo(number(cases, 8, column));
            }
            assertThat(number(cases, 8, 3) + number(cases, 8, 4))
                    .isEqualTo(IntStream.rangeClosed(5, 9)
                            .mapToDouble(column -> number(cases, 8, column))
                            .sum());
            Sheet support = workbook.getSheet("Hỗ trợ");
            assertThat(sum(support, 6, 7)).isEqualTo(number(support, 8, 6)).isEqualTo(140_000_000);
            Sheet indicators = workbook.getSheet("Chỉ tiêu");
            assertThat(sum(indicators, 6, 7))
                    .isEqualTo(number(indicators, 8, 6))
                    .isEqualTo(56);
            Cell day = workbook.getSheet("Hoạt động").getRow(1).getCell(5);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(day.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 7, 1));
            workbook.forEach(sheet -> sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
        }
    }

    @Test
    void theFiguresComeBackAsTheyWereKept() {
        QuarterFigures figures = figures(3);

        assertThat(papers.read(papers.write(figures))).isEqualTo(figures);
    }

    private static Parties directory() {
        return new ListedParties() {
            @Override
            public List<Organisation> organisations() {
                return List.of(new Organisation(
                        "binhduong",
                        "Sở Thông tin và Truyền thông tỉnh Bình Dương",
                        "Sở TT&TT Bình Dương",
                        "Ủy ban nhân dân tỉnh Bình Dương",
                        "STTTT",
                        "H09",
                        "vanthu@binhduong.example",
                        "Bình Dương",
                        "GIÁM ĐỐC",
                        null,
                        null,
                        null,
                        null));
            }

            @Override
            public List<Channel> channels() {
                return List.of(new Channel(
                        "binhduong-tayninh", "Hợp tác Bình Dương – Tây Ninh", List.of("binhduong", "tayninh")));
            }
        };
    }

    private static double sum(Sheet sheet, int column, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToDouble(row -> number(sheet, row, column))
                .sum();
    }

    private static double number(Sheet sheet, int row, int column) {
        Row found = sheet.getRow(row);
        return found.getCell(column).getNumericCellValue();
    }

    private static Report report() {
        return Report.open("H09-261005-0001", "Báo cáo", "binhduong-tayninh", "binhduong", QUARTER);
    }

    private Report registered() {
        Report report = report();
        report.assembled("{}", UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        report.review(true, null, "a", Instant.EPOCH);
        report.approve(true, null, "b", Instant.EPOCH);
        report.register(new DocumentNumber(5, "BC", "STTTT"), LocalDate.of(2026, 10, 5), "c");
        return report;
    }

    private static QuarterFigures figures(int rows) {
        LocalDate day = LocalDate.of(2026, 7, 1);
        return new QuarterFigures(
                "binhduong-tayninh",
                QUARTER,
                QUARTER.to(),
                each(
                        rows,
                        i -> new CaseCount(
                                "k" + i, "Loại " + i, "binhduong", "Sở TT&TT Bình Dương", 1, 3, 1, 1, 1, 1, 0)),
                each(
                        rows,
                        i -> new ActivityStanding(
                                "H09-260701-%04d".formatted(i),
                                "<đầu %d> Tập huấn chính quyền số cho cán bộ cấp xã ở các huyện <cuối %d>"
                                        .formatted(i, i),
                                "ioc",
                                "Trung tâm giám sát, điều hành thông minh",
                                "binhduong",
                                "Sở TT&TT Bình Dương",
                                "Sở TT&TT Tây Ninh",
                                day,
                                day.plusMonths(5),
                                Standing.PLANNED,
                                i)),
                each(
                        rows,
                        i -> new IndicatorStanding(
                                "H09-260701-%04d".formatted(i),
                                "Tập huấn",
                                "Sở TT&TT Bình Dương",
                                "Số lớp",
                                "lớp",
                                IndicatorKind.COUNT,
                                BigDecimal.TEN,
                                BigDecimal.ONE,
                                "in sai",
                                new BigDecimal("8.00"),
                                day,
                                false)),
                each(
                        rows,
                        i -> new SupportGranted(
                                "H09-260702-%04d".formatted(i),
                                "Công ty " + i,
                                "Tư vấn",
                                40_000_000,
                                new BigDecimal("0.5000"),
                                20_000_000,
                                day)),
                each(
                        rows,
                        i -> new TechnologyHandedOver(
                                "H53-260703-%04d".formatted(i),
                                "IOC",
                                "IOC",
                                "Bình Dương",
                                "Tây Ninh",
                                "Tài liệu",
                                "Sổ tay",
                                day)),
                LocalDate.of(2027, 3, 29),
                each(
                        rows,
                        i -> new ExpiringAgreement(
                                "H09-200101-%04d".formatted(i),
                                "Thỏa thuận",
                                "Bình Dương",
                                day,
                                day.plusMonths(6),
                                null)));
    }

    private static <T> List<T> each(int rows, IntFunction<T> row) {
        return IntStream.range(0, rows).mapToObj(row).toList();
    }

    private static byte[] write(byte[] pdf, String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "pdf")).resolve("quarter-" + name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] content, String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(write(content, name))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
