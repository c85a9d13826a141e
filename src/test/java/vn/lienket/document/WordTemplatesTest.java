package vn.lienket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.lienket.content.FileText;

/** The DOCX of a paper, read back as a word processor does. */
class WordTemplatesTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final WordTemplates templates = TestTemplates.word();

    @Test
    void itSaysWordForWordWhatThePdfSays() throws IOException {
        Map<String, Object> model = PdfTemplatesTest.agreement();

        String pdf = words(TestTemplates.pdf().render("agreement/agreement", model), "application/pdf");
        String docx = words(templates.render("agreement/agreement", model), DOCX);

        assertThat(docx)
                .isEqualTo(pdf)
                .startsWith("ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG SỞ THÔNG TIN VÀ TRUYỀN THÔNG Số: ……/BTT-STTTT")
                .contains("Điều 5. Hiệu lực thi hành")
                .endsWith("- Lưu: VT.");
    }

    @Test
    void everyLetterIsTimesNewRoman() throws IOException {
        try (XWPFDocument document = rendered()) {
            List<XWPFRun> runs = paragraphs(document)
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .toList();
            assertThat(runs)
                    .hasSizeGreaterThan(50)
                    .extracting(XWPFRun::getFontFamily)
                    .containsOnly("Times New Roman");
            assertThat(runs).extracting(XWPFRun::getFontSizeAsDouble).allMatch(size -> size >= 11 && size <= 14);
        }
    }

    @Test
    void thePageIsThatOfTheDecree() throws IOException {
        try (XWPFDocument document = rendered()) {
            CTSectPr section = document.getDocument().getBody().getSectPr();
            assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
            assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
            assertThat(millimetres(section.getPgMar().getTop())).isBetween(20L, 25L);
            assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20L, 25L);
            assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30L, 35L);
            assertThat(millimetres(section.getPgMar().getRight())).isBetween(15L, 20L);
            assertThat(section.isSetTitlePg()).isTrue();
            XWPFParagraph number = document.getHeaderList().stream()
                    .flatMap(header -> header.getParagraphs().stream())
                    .filter(paragraph -> paragraph.getCTP().xmlText().contains("PAGE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
        }
    }

    @Test
    void itsTitleIsThatOfThePaper() throws IOException {
        try (XWPFDocument document = rendered()) {
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Thỏa thuận hợp tác: Hợp tác phát triển chính quyền số giai đoạn 2026 - 2030");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Điều | 1.",
                "ngày | 05",
                "(ngày | 05",
                "Số: | ……/BTT-STTTT",
                "02 | bản",
                "50 | %",
                "tháng | …… ",
                "2026 | -",
                "- | 2030",
                "Bình | Dương,",
                "Nguyễn | Văn"
            })
    void noLineEndsWithinWhatIsReadAsOne(String before, String after) {
        assertThat(BoundWords.bound(before, after)).isTrue();
        assertThat(BoundWords.bind("a " + before + " " + after)).isEqualTo("a " + before + "\u00A0" + after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"hợp | tác", "Dương. | Tây", "Sở | quản", "TỈNH | BÌNH", "điều | khoản", "2026, | các", "- | Tây"})
    void linesEndBetweenOtherWords(String before, String after) {
        assertThat(BoundWords.bound(before, after)).isFalse();
    }

    private XWPFDocument rendered() throws IOException {
        byte[] file = templates.render("agreement/agreement", PdfTemplatesTest.agreement());
        Files.write(Files.createDirectories(Path.of("target", "pdf")).resolve("agreement.docx"), file);
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
        return Stream.concat(
                document.getParagraphs().stream(),
                document.getTables().stream()
                        .map(XWPFTable::getRows)
                        .flatMap(List::stream)
                        .flatMap(row -> row.getTableCells().stream())
                        .flatMap(cell -> cell.getParagraphs().stream()));
    }

    private static long millimetres(Object twips) {
        return Math.round(Long.parseLong(twips.toString()) * 25.4 / 1440);
    }

    private static String words(byte[] file, String mediaType) throws IOException {
        Path path = Files.createTempFile("paper", ".file");
        try {
            Files.write(path, file);
            return FileText.paragraphs(path, mediaType, 100_000).stream()
                    .collect(Collectors.joining(" "))
                    .replaceAll("[\\s\u00A0]+", " ")
                    .strip();
        } finally {
            Files.delete(path);
        }
    }
}
