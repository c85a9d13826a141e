package vn.lienket.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.lienket.document.PdfTemplates;
import vn.lienket.document.TestTemplates;
import vn.lienket.party.Organisation;

/** The contract as an official document; the files are left in target/pdf for the eye. */
class TransferContractTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final Organisation QTSC = new Organisation(
            "qtsc",
            "Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung",
            "QTSC",
            null,
            "QTSC",
            "QTSC",
            "vanthu@qtsc.example",
            "Thành phố Hồ Chí Minh",
            "GIÁM ĐỐC",
            "business",
            null,
            null,
            null);
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

    private final PdfTemplates templates = TestTemplates.pdf();
    private final List<ContractClause> clauses = new ContractClauses().all();

    @Test
    void aDraftLeavesNumberAndDayOpenAndNamesTheMandatoryClausesItLacks() throws IOException {
        assertThat(text("contract-draft", null, "price"))
                .contains(
                        "Số: ……/HĐ-QTSC",
                        "Dự thảo, phiên bản 2",
                        "Thành phố Hồ Chí Minh, ngày …… tháng …… năm ………",
                        "HỢP ĐỒNG CHUYỂN GIAO CÔNG NGHỆ Hạ tầng điện toán đám mây",
                        "(Thiếu điều khoản bắt buộc: Giá và phương thức thanh toán)")
                .doesNotContain("null");
    }

    @Test
    void anAgreedContractHasItsNumberThePartiesTheArticlesAndTheirSignatures() throws IOException {
        assertThat(text("contract", "03/HĐ-QTSC", "none"))
                .contains(
                        "Số: 03/HĐ-QTSC",
                        "Thành phố Hồ Chí Minh, ngày 05 tháng 11 năm 2026",
                        "BÊN GIAO CÔNG NGHỆ: Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung",
                        "BÊN NHẬN CÔNG NGHỆ: Sở Thông tin và Truyền thông tỉnh Bình Dương",
                        "Điều 1. Tên công nghệ được chuyển giao",
                        "Điều 6. Giá và phương thức thanh toán",
                        "ĐẠI DIỆN BÊN GIAO",
                        "ĐẠI DIỆN BÊN NHẬN",
                        "- Lưu: VT, hồ sơ H09-261105-0001.")
                .doesNotContain("Dự thảo", "Thiếu điều khoản", "null");
    }

    @Test
    void theAnnexTellsOfEachItemWhatItsKindHas() throws IOException {
        assertThat(text("contract", "03/HĐ-QTSC", "none"))
                .contains(
                        "PHỤ LỤC Các nội dung chuyển giao",
                        "Bên nhận cần có kết quả trước hoặc trong ngày 31/12/2026",
                        "1 Tài liệu Tài liệu vận hành 10",
                        "Ngày: 07/12/2026 Địa điểm: Phòng họp A Số người: 20",
                        "Chuyên gia: Trần Văn Bình Thời gian: từ 07/12/2026 đến 09/12/2026 Địa điểm: Bình Dương",
                        "Hệ thống: Cụm máy chủ Kiểm thử nghiệm thu: Chạy thử 72 giờ",
                        "Phần mềm: CloudOps Phiên bản: 3.2 Giấy phép: Apache 2.0 Mã nguồn: bàn giao");
    }

    private String text(String file, String number, String lacking) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("caseCode", "H09-261105-0001");
        model.put("version", 2);
        model.put("title", "Hạ tầng điện toán đám mây cho trung tâm dữ liệu tỉnh");
        model.put("number", number);
        model.put("date", TODAY);
        model.put("provider", QTSC);
        model.put("requester", BINH_DUONG);
        model.put(
                "articles",
                clauses.stream()
                        .map(clause -> clause.id().equals(lacking)
                                ? new TransferDocuments.Article(clause.name(), List.of(), clause.mandatory())
                                : new TransferDocuments.Article(
                                        clause.name(), List.of("Nội dung một.", "Nội dung hai."), false))
                        .toList());
        model.put("items", items());
        model.put("neededBy", "31/12/2026");
        byte[] pdf = templates.render("transfer/contract", model);
        Files.write(Files.createDirectories(Path.of("target", "pdf")).resolve(file + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<TransferItem> items() {
        return Stream.of(
                        item(ItemKind.DOCUMENT, "Tài liệu vận hành", null),
                        item(
                                ItemKind.TRAINING,
                                "Đào tạo quản trị",
                                details(MONDAY, null, "Phòng họp A", 20, null, null, null)),
                        item(
                                ItemKind.EXPERT,
                                "Cử chuyên gia hỗ trợ",
                                details(MONDAY, MONDAY.plusDays(2), "Bình Dương", null, "Trần Văn Bình", null, null)),
                        item(
                                ItemKind.CONFIGURATION,
                                "Cấu hình cụm máy chủ",
                                details(null, null, null, null, null, "Cụm máy chủ", "Chạy thử 72 giờ")),
                        item(
                                ItemKind.SOFTWARE,
                                "Phần mềm quản trị",
                                new ItemDetails(
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "CloudOps",
                                        "3.2",
                                        "Apache 2.0",
                                        true)))
                .toList();
    }

    private static ItemDetails details(
            LocalDate from, LocalDate to, String place, Integer people, String person, String system, String test) {
        return new ItemDetails(from, to, place, people, person, system, test, null, null, null, null);
    }

    private static TransferItem item(ItemKind kind, String title, ItemDetails details) {
        return TransferItem.planned(kind, title, 10, details, "qtsc.expert1");
    }
}
