package vn.lienket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.lienket.party.Organisation;

class PdfTemplatesTest {

    private static final Organisation BINH_DUONG = organisation(
            "binhduong",
            "Sở Thông tin và Truyền thông tỉnh Bình Dương",
            "Sở TT&TT Bình Dương",
            "Ủy ban nhân dân tỉnh Bình Dương",
            "STTTT",
            "Bình Dương",
            "GIÁM ĐỐC");
    private static final Organisation TAY_NINH = organisation(
            "tayninh",
            "Sở Thông tin và Truyền thông tỉnh Tây Ninh",
            "Sở TT&TT Tây Ninh",
            "Ủy ban nhân dân tỉnh Tây Ninh",
            "STTTT",
            "Tây Ninh",
            "GIÁM ĐỐC");
    private static final Organisation QTSC = organisation(
            "qtsc",
            "Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung",
            "QTSC",
            null,
            "QTSC",
            "Thành phố Hồ Chí Minh",
            "TỔNG GIÁM ĐỐC");

    private final PdfTemplates templates = TestTemplates.pdf();

    @Test
    void anAgreementHoldsItsPartiesBasisFieldsTermsAndSignatures() throws IOException {
        try (PDDocument pdf = rendered("two-parties", agreement())) {
            assertThat(text(pdf))
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG",
                            "ỦY BAN NHÂN DÂN TỈNH TÂY NINH SỞ THÔNG TIN VÀ TRUYỀN THÔNG Số: ……/BTT-STTTT",
                            "THỎA THUẬN HỢP TÁC",
                            "Hợp tác phát triển chính quyền số giai đoạn 2026 - 2030",
                            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
                            "Căn cứ Kế hoạch phối hợp số 12/KH-UBND.",
                            "1. Sở Thông tin và Truyền thông tỉnh Bình Dương",
                            "Điều 2. Nội dung hợp tác",
                            "1. Hạ tầng số, trung tâm dữ liệu;",
                            "3. Đào tạo, phát triển nguồn nhân lực số.",
                            "có hiệu lực từ ngày 01/12/2026 đến hết ngày 30/11/2030",
                            "được lập thành 04 bản",
                            "ĐẠI DIỆN SỞ TT&TT BÌNH DƯƠNG",
                            "ĐẠI DIỆN SỞ TT&TT TÂY NINH",
                            "GIÁM ĐỐC",
                            "Nơi nhận:",
                            "- Lưu: VT.");
        }
    }

    @Test
    void aMemorandumIsNamedAndNumberedAsOne() throws IOException {
        Map<String, Object> model = agreement();
        model.put("typeName", "Bản ghi nhớ");
        try (PDDocument pdf = rendered("memorandum", model)) {
            assertThat(text(pdf))
                    .contains("BẢN GHI NHỚ", "Số: ……/BGN-STTTT", "Bản ghi nhớ này có hiệu lực")
                    .doesNotContain("Thỏa thuận này", "BTT-");
        }
    }

    @Test
    void threePartiesWithLongTextsSignEachOnce() throws IOException {
        Map<String, Object> model = agreement();
        model.put("parties", List.of(BINH_DUONG, TAY_NINH, QTSC));
        model.put(
                "about",
                "Phối hợp triển khai ứng dụng công nghệ thông tin, chuyển đổi số và phát triển nguồn nhân lực "
                        .repeat(3));
        model.put(
                "fields",
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> "lĩnh vực hợp tác số " + i)
                        .toList());
        try (PDDocument pdf = rendered("three-parties", model)) {
            assertThat(text(pdf)).contains("được lập thành 06 bản").containsOnlyOnce("ĐẠI DIỆN QTSC");
            assertThat(text(pdf, pdf.getNumberOfPages())).contains("Nơi nhận:", "TỔNG GIÁM ĐỐC");
        }
    }

    @Test
    void pagesAreA4AndNumberedFromTheSecond() throws IOException {
        try (PDDocument pdf = rendered("numbers", agreement())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            assertThat(text(pdf, 1).strip()).doesNotStartWith("1\n");
            for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page).strip().lines().findFirst()).hasValue(Integer.toString(page));
                assertThat(text(pdf, page).strip().lines()).hasSizeGreaterThan(2);
            }
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 595.4f);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841.5f, 842.1f);
        }
    }

    @Test
    void everyFontIsAnEmbeddedSubsetOfLiberationSerif() throws IOException {
        try (PDDocument pdf = rendered("fonts", agreement())) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
            });
        }
    }

    @Test
    void theFileSaysItsTitleAndLanguage() throws IOException {
        try (PDDocument pdf = rendered("metadata", agreement())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Thỏa thuận hợp tác: Hợp tác phát triển chính quyền số giai đoạn 2026 - 2030");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("Hồ sơ H09-261123-0001, phiên bản 1");
        }
    }

    @Test
    void textOfUsersStaysText() throws IOException {
        Map<String, Object> model = agreement();
        model.put(
                "about",
                "A & B <script>alert(1)</script> \u0000\u0008${1 + 1} [[${about}]] Tho\u0309a thua\u0323\u0302n");
        model.put("legalBasis", List.of("<img src=\"file:///etc/passwd\"/>"));
        try (PDDocument pdf = rendered("escaped", model)) {
            assertThat(text(pdf))
                    .contains("A & B <script>alert(1)</script> ${1 + 1} [[${about}]] Thỏa thuận")
                    .contains("<img src=\"file:///etc/passwd\"/>");
        }
    }

    @Test
    void aPictureIsShownIfItComesInItsAddressAndNothingIsFetched() throws IOException {
        byte[] png = SampleFiles.png();
        Path file =
                Files.write(Files.createDirectories(Path.of("target", "pdf")).resolve("picture.png"), png);

        assertThat(pictures(PdfTemplates.picture(png))).isEqualTo(1);
        assertThat(pictures(file.toUri().toString())).isZero();
        assertThat(pictures(PdfTemplates.picture(png).replace("png", "svg+xml")))
                .isZero();
        assertThat(pictures("http://localhost:9/picture.png")).isZero();
    }

    private int pictures(String address) throws IOException {
        int pictures = 0;
        try (PDDocument pdf = Loader.loadPDF(templates.render("document/picture", Map.of("address", address)))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return pictures;
    }

    private PDDocument rendered(String name, Map<String, Object> model) throws IOException {
        byte[] pdf = templates.render("agreement/agreement", model);
        Path folder = Files.createDirectories(Path.of("target", "pdf"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    static Map<String, Object> agreement() {
        Map<String, Object> model = new HashMap<>();
        model.put("typeName", "Thỏa thuận");
        model.put("about", "Hợp tác phát triển chính quyền số giai đoạn 2026 - 2030");
        model.put("caseCode", "H09-261123-0001");
        model.put("parties", List.of(BINH_DUONG, TAY_NINH));
        model.put("lead", BINH_DUONG);
        model.put(
                "fields",
                List.of(
                        "hạ tầng số, trung tâm dữ liệu",
                        "An toàn thông tin;",
                        "đào tạo, phát triển nguồn nhân lực số"));
        model.put(
                "legalBasis",
                List.of(
                        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
                        "Kế hoạch phối hợp số 12/KH-UBND"));
        model.put("effectiveFrom", "01/12/2026");
        model.put("effectiveTo", "30/11/2030");
        model.put("version", 1);
        return model;
    }

    private static Organisation organisation(
            String id, String name, String shortName, String parent, String abbreviation, String place, String title) {
        return new Organisation(
                id,
                name,
                shortName,
                parent,
                abbreviation,
                "H09",
                "vanthu@" + id + ".example",
                place,
                title,
                "civil-service",
                null,
                null,
                null);
    }
}
