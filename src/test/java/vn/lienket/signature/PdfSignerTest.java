package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemException.Kind;

class PdfSignerTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    Path directory;

    private SigningKey department;
    private SigningKey company;

    @BeforeEach
    void keys() throws Exception {
        DemoOffice office = new DemoOffice(directory);
        department = office.key("binhduong.leader1", NOW);
        company = office.key("qtsc.leader1", NOW);
    }

    @Test
    void aSignatureIsIntactCoversTheFileAndIsOfABaselineLevel() throws Exception {
        Path signed = sign(agreement(0), department);

        SimpleReport report = report(signed);
        assertThat(report.getSignatureIdList()).hasSize(1);
        String signature = report.getFirstSignatureId();
        assertThat(report.getIndication(signature)).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(report.getSignedBy(signature)).isEqualTo(department.signer());
        assertThat(Duration.between(report.getSigningTime(signature).toInstant(), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(ends(signed)).containsExactly(Files.size(signed));
    }

    @Test
    void eachSignatureLeavesTheFileBeforeAsItWas() throws Exception {
        Path unsigned = agreement(0);
        Path first = sign(unsigned, department);
        Path second = sign(first, company);
        Path third = sign(second, department);

        assertThat(continues(first, unsigned)).isTrue();
        assertThat(continues(second, first)).isTrue();
        assertThat(continues(third, second)).isTrue();
        assertThat(ends(third)).containsExactly(Files.size(first), Files.size(second), Files.size(third));
        SimpleReport report = report(third);
        assertThat(report.getSignatureIdList())
                .hasSize(3)
                .allSatisfy(id -> assertThat(report.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED));
        assertThat(report.getSignatureIdList())
                .allSatisfy(id -> assertThat(report.getAdESValidationWarnings(id))
                        .as("changed after signing")
                        .noneMatch(warning -> warning.getValue().contains("modif")));
    }

    /** From the right to the left, then above: none on another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void eachStandsBesideTheOneBeforeOnTheLastPage(int rotation) throws Exception {
        Path file = agreement(rotation);
        for (int count = 0; count < 5; count++) {
            file = sign(file, count % 2 == 0 ? department : company);
        }

        List<PDRectangle> places = places(file);
        assertThat(places).hasSize(5);
        for (PDRectangle place : places) {
            assertThat(places.stream().filter(other -> other != place).noneMatch(other -> overlap(place, other)))
                    .isTrue();
        }
        if (rotation == 0) {
            PDRectangle first = places.get(0);
            assertThat(first.getUpperRightX()).isBetween(540f, 560f);
            assertThat(first.getUpperRightY()).isLessThan(57);
            assertThat(places.get(1).getUpperRightX()).isLessThan(first.getLowerLeftX());
        }
    }

    /** A page with lines up to its edges, but for its middle. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void noneStandsOnTheText(int rotation) throws Exception {
        Path file = directory.resolve("full-%d.pdf".formatted(rotation));
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 8);
                for (int x = 5; x < 590; x += 12) {
                    for (int y = 5; y < 840; y += 12) {
                        if (x < 100 || x > 500 || y < 120 || y > 700) {
                            content.beginText();
                            content.newLineAtOffset(x, y);
                            content.showText("x");
                            content.endText();
                        }
                    }
                }
            }
            document.save(file.toFile());
        }

        file = sign(sign(file, department), company);

        assertThat(places(file)).hasSize(2).allMatch(place -> place.getWidth() > 0);
        assertThat(PdfLook.at(file).hidesText()).isFalse();
        assertThat(report(file).getSignatureIdList()).hasSize(2);
    }

    @Test
    void itShowsInVietnameseWhoSignedForWhomAndWhen() throws Exception {
        Clock evening = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.DAYS), ZoneOffset.UTC);
        Path signed = directory.resolve("evening.pdf");
        new PdfSigner(evening).sign(agreement(0), signed, department);

        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(appearance(document))
                    .contains("Ký bởi: Lãnh đạo 1, Sở TT&TT", "(trình diễn)", DemoOffice.DEPARTMENT.substring(0, 20))
                    .containsPattern("\\d\\d/\\d\\d/20\\d\\d 07:00:00 \\+07:00");
        }
    }

    @Test
    void wherePageIsTooSmallTheSignatureIsNotShown() throws Exception {
        Path stamp = pdf(new PDPage(new PDRectangle(100, 30)));

        Path signed = sign(stamp, department);

        assertThat(report(signed).isValid(report(signed).getFirstSignatureId())).isTrue();
    }

    @Test
    void anExpiredKeySignsNothing() throws Exception {
        Path out = directory.resolve("late.pdf");
        PdfSigner late = new PdfSigner(Clock.offset(NOW, Duration.ofDays(4 * 365)));

        assertRefused(() -> late.sign(agreement(0), out, department), Kind.INVALID, "hết hạn");
        assertThat(out).doesNotExist();
    }

    @Test
    void aNameThatCannotBePrintedIsRefused() throws Exception {
        SigningKey key = new DemoOffice(directory, "Nguyễn \uD80C\uDC00").key("binhduong.leader1", NOW);

        assertRefused(() -> sign(agreement(0), key), Kind.INVALID, "ký tự không in được");
    }

    @Test
    void whatItsAuthorHasClosedTakesNoMoreSignatures() throws Exception {
        FileDocument pdf = new FileDocument(agreement(0).toFile());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(SigningKey.DIGEST);
        parameters.setSigningCertificate(department.certificate());
        parameters.setCertificateChain(department.chain());
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        Path closed = directory.resolve("closed.pdf");
        service.signDocument(pdf, parameters, department.sign(service.getDataToSign(pdf, parameters)))
                .save(closed.toString());

        assertRefused(() -> sign(closed, company), Kind.INVALID, "đã khóa, không nhận thêm chữ ký");
    }

    @Test
    void whatIsNoPdfOrEncryptedIsRefusedAndLeavesNothing() throws Exception {
        Path text = Files.writeString(directory.resolve("a.pdf"), "không phải PDF");
        assertRefused(() -> sign(text, department), Kind.INVALID, "Không đọc được tệp PDF");
        Path cut = Files.write(directory.resolve("cut.pdf"), Arrays.copyOf(Files.readAllBytes(agreement(0)), 100));
        assertRefused(() -> sign(cut, department), Kind.INVALID, "Không đọc được tệp PDF");
        assertRefused(() -> sign(encrypted("mật khẩu"), department), Kind.INVALID, "mật khẩu");
        assertRefused(() -> sign(encrypted(""), department), Kind.INVALID, "mật khẩu");
        assertThat(directory).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        Path there = Files.writeString(directory.resolve("there.pdf"), "của người khác");

        assertRefused(() -> new PdfSigner(NOW).sign(agreement(0), there, department), Kind.CONFLICT, "không bị ghi đè");
        assertThat(there).hasContent("của người khác");
    }

    private Path sign(Path pdf, SigningKey key) {
        Path signed = directory.resolve("signed-" + System.nanoTime() + ".pdf");
        new PdfSigner(NOW).sign(pdf, signed, key);
        return signed;
    }

    private Path agreement(int rotation) throws IOException {
        PDPage last = new PDPage(PDRectangle.A4);
        last.setRotation(rotation);
        return pdf(new PDPage(PDRectangle.A4), last);
    }

    private Path pdf(PDPage... pages) throws IOException {
        Path file = Files.createTempFile(directory, "agreement", ".pdf");
        try (PDDocument document = new PDDocument()) {
            for (PDPage page : pages) {
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(10, 10);
                    content.showText("Agreement");
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private Path encrypted(String password) throws IOException {
        Path file = Files.createTempFile(directory, "encrypted", ".pdf");
        try (PDDocument document = Loader.loadPDF(agreement(0).toFile())) {
            document.protect(new StandardProtectionPolicy("chủ", password, new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    private SimpleReport report(Path signed) throws IOException {
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        for (String anchor : List.of("state", "public")) {
            CertificateToken root = DSSUtils.loadCertificate(
                    Files.readAllBytes(directory.resolve("signing/anchors/" + anchor + "/root.crt")));
            roots.addCertificate(root);
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(roots);
        PDFDocumentValidator validator = new PDFDocumentValidator(new FileDocument(signed.toFile()));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    /** Where in the file what the signatures cover ends, in their order. */
    private static List<Long> ends(Path signed) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            List<Long> ends = new ArrayList<>();
            for (PDSignature signature : document.getSignatureDictionaries()) {
                int[] range = signature.getByteRange();
                ends.add((long) range[2] + range[3]);
            }
            return ends.stream().sorted().toList();
        }
    }

    private static boolean continues(Path newer, Path older) throws IOException {
        return Files.mismatch(newer, older) == Files.size(older) && Files.size(newer) > Files.size(older);
    }

    private static List<PDRectangle> places(Path signed) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            return document.getPage(document.getNumberOfPages() - 1).getAnnotations().stream()
                    .filter(PDAnnotationWidget.class::isInstance)
                    .map(annotation -> annotation.getRectangle())
                    .toList();
        }
    }

    private static boolean overlap(PDRectangle one, PDRectangle other) {
        return one.getLowerLeftX() < other.getUpperRightX()
                && other.getLowerLeftX() < one.getUpperRightX()
                && one.getLowerLeftY() < other.getUpperRightY()
                && other.getLowerLeftY() < one.getUpperRightY();
    }

    /** The text of the signature that is shown, drawn on a page of its own. */
    private static String appearance(PDDocument document) throws IOException {
        try (PDDocument shown = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            shown.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(shown, page)) {
                content.drawForm(document.getPage(1)
                        .getAnnotations()
                        .get(0)
                        .getAppearance()
                        .getNormalAppearance()
                        .getAppearanceStream());
            }
            return new PDFTextStripper().getText(shown).replaceAll("\\s+", " ");
        }
    }

    private static void assertRefused(ThrowingCallable act, Kind kind, String sentence) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(sentence);
    }
}
