package vn.lienket.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class EvidenceSheetTest {

    @TempDir
    Path directory;

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itTellsHowAnAgreementWasSignedAndCarriesTheSignedFile() throws Exception {
        EvidenceCase signed = EvidenceCase.titled(cooperation, "Thỏa thuận có phiếu chứng cứ", directory)
                .sign("binhduong")
                .sign("qtsc")
                .inForce();

        byte[] sheet = signed.sheet();

        Files.write(Path.of("target", "evidence-sheet.pdf"), sheet);
        assertIsPdfA(sheet);
        assertThat(text(sheet))
                .contains("Thỏa thuận có phiếu chứng cứ", signed.agreement().code())
                .contains("Trình dự thảo phiên bản 1", "Thẩm định phiên bản 1: đồng ý")
                .contains("Phê duyệt phiên bản 1: phê duyệt", "Nộp tệp đã ký", "Vào sổ số")
                .contains("Thỏa thuận được ghi nhận có hiệu lực", "+07:00")
                .contains("Chữ ký 1: hợp lệ", "Chữ ký 2: hợp lệ")
                .contains("gốc chữ ký số chuyên dùng công vụ", "gốc chữ ký số công cộng")
                .contains("đồng hồ của người ký, không có dấu thời gian", "PAdES-BASELINE-B", "số sê-ri");
        String unbroken = text(sheet).replaceAll("\\s", "");
        signed.files().forEach(file -> assertThat(unbroken).contains("SHA-256" + sha256(file)));
        assertThat(unbroken).contains("/verify?code=" + sha256(signed.signed()));
        assertThat(attached(sheet)).isEqualTo(signed.signed());
    }

    @Test
    void itSaysWhoseSignatureItIsWhereSomebodyElseHandsItIn() throws Exception {
        EvidenceCase signed = EvidenceCase.titled(cooperation, "Thỏa thuận do người khác nộp", directory)
                .sign("binhduong", "binhduong.leader2")
                .sign("qtsc")
                .inForce();
        String both =
                "Chữ ký số của Lãnh đạo 2, Sở TT&TT Bình Dương (trình diễn); người nộp: Lãnh đạo 1, Sở TT&TT Bình Dương";

        assertThat(text(signed.sheet()))
                .containsOnlyOnce(both)
                .containsOnlyOnce("người nộp")
                .doesNotContain("hợp lệ. Chữ ký hợp lệ");
        String page = cooperation
                .as("qtsc.officer1")
                .open("/cases/" + signed.agreement().code())
                .body();
        assertThat(page.replace("&amp;", "&")).containsOnlyOnce(both).containsOnlyOnce("người nộp");
    }

    @Test
    void itSaysPlainlyThatAFileIsNotSignedOrThatAPartySignedByHand() throws Exception {
        EvidenceCase signed = EvidenceCase.titled(cooperation, "Thỏa thuận không có chữ ký số", directory);
        byte[] continued = AgreementCase.continued(signed.signed(), "not signed");
        signed.handInUnverified("binhduong", continued, jdbc)
                .handIn("qtsc", AgreementCase.continued(continued, "scanned"), true)
                .inForce();

        byte[] sheet = signed.sheet();

        assertIsPdfA(sheet);
        assertThat(text(sheet))
                .contains("Tệp da-ky-binhduong.pdf không có chữ ký số nào.")
                .contains("Tệp da-ky-qtsc.pdf là bản quét của văn bản ký tay, không có chữ ký số.")
                .contains("ký tay, bản quét");
        assertThat(attached(sheet)).isEqualTo(signed.signed());
    }

    private static void assertIsPdfA(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(each -> each.getStatus() != TestAssertion.Status.PASSED)
                            .map(each -> "%s: %s".formatted(each.getRuleId(), each.getMessage())))
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** As associated with the document. */
    private static byte[] attached(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            COSDictionary file = (COSDictionary) associated.getObject(0);
            assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Source");
            return new PDComplexFileSpecification(file).getEmbeddedFile().toByteArray();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
