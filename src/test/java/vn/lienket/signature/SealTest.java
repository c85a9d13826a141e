package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.document.SampleFiles;
import vn.lienket.mode.StartRefusedException;

/** The seal of a body lies on who signed for it, and nothing else lies on a signature. */
class SealTest {

    private static final Clock NOW = Clock.systemUTC();
    private static final int POINTS_AN_INCH = 72;

    @TempDir
    Path directory;

    private SigningKey leader;
    private SigningKey body;
    private SigningKey company;

    @BeforeEach
    void keys() throws Exception {
        DemoOffice office = new DemoOffice(directory);
        leader = office.key("binhduong.leader1", NOW);
        body = office.key("binhduong", NOW);
        company = office.key("qtsc.leader1", NOW);
    }

    @Test
    void itCoversTheLeftThirdOfWhoSignedForTheBody() throws Exception {
        Path sealed = sign(sign(sign(paper(), company), leader), body);

        List<PDRectangle> shown = shown(sealed);
        PDRectangle signer = shown.get(1);
        PDRectangle seal = shown.get(2);
        assertThat(seal.getLowerLeftX()).isCloseTo(signer.getLowerLeftX(), within(0.1f));
        assertThat(seal.getWidth() / signer.getWidth()).isBetween(0.3f, 0.34f);
        assertThat(seal.getWidth()).isEqualTo(seal.getHeight());
        assertThat(seal.getLowerLeftY()).isPositive().isLessThan(signer.getLowerLeftY());
        assertThat(red(sealed, seal)).isGreaterThan(100);
        assertThat(red(sealed, shown.get(0))).as("of the other party").isZero();
        assertThat(found(sealed)).hasSize(3).allMatch(VerifiedSignature::valid);
        assertThat(found(sealed))
                .extracting(VerifiedSignature::keyOwner)
                .containsExactly(KeyOwner.PERSON, KeyOwner.PERSON, KeyOwner.BODY);
    }

    @Test
    void whereNobodyHasSignedForTheBodyItStandsAlone() throws Exception {
        Path sealed = sign(sign(paper(), company), body);

        List<PDRectangle> shown = shown(sealed);
        assertThat(shown.get(1).getUpperRightX()).isLessThan(shown.get(0).getLowerLeftX());
        assertThat(found(sealed)).allMatch(VerifiedSignature::valid);
    }

    @Test
    void theNextPartySignsBesideBoth() throws Exception {
        Path file = sign(sign(sign(paper(), leader), body), company);

        List<PDRectangle> shown = shown(file);
        assertThat(shown.get(2).getUpperRightX()).isLessThan(shown.get(0).getLowerLeftX());
        assertThat(found(file)).allMatch(VerifiedSignature::valid);
    }

    @Test
    void nothingElseLiesOnASignature() throws Exception {
        String refused =
                "Hình của một chữ ký đè lên hình chữ ký khác; chỉ con dấu được đè lên chữ ký của chính đơn vị đó.";

        for (SigningKey other : List.of(company, leader)) {
            assertThat(found(covering(sign(paper(), leader), other)))
                    .extracting(VerifiedSignature::sentence)
                    .containsOnly(refused);
        }
        assertThat(found(covering(sign(paper(), company), body)))
                .extracting(VerifiedSignature::sentence)
                .containsOnly(refused);
        assertThat(found(covering(sign(paper(), leader), body))).allMatch(VerifiedSignature::valid);
    }

    @Test
    void aBodyMayHaveAPictureOfItsOwn() throws Exception {
        Path seals = Files.createDirectory(directory.resolve("seals"));
        BufferedImage blue = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        blue.setRGB(10, 10, 0xff0000ff);
        ImageIO.write(blue, "png", seals.resolve("binhduong.png").toFile());
        Path signed = directory.resolve("own.pdf");

        new PdfSigner(NOW, Seals.in(seals, signers()), TimeStamping.none()).sign(sign(paper(), leader), signed, body);

        assertThat(red(signed, shown(signed).get(1))).isZero();
        assertThat(found(signed)).allMatch(VerifiedSignature::valid);
        Files.writeString(seals.resolve("qtsc.png"), "không phải ảnh");
        assertThatThrownBy(() -> Seals.in(seals, signers()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContainingAll("Không đọc được ảnh con dấu", "qtsc.png");
    }

    private Path paper() throws IOException {
        return Files.write(Files.createTempFile(directory, "paper", ".pdf"), SampleFiles.page());
    }

    private Path sign(Path pdf, SigningKey key) {
        Path signed = directory.resolve("signed-" + System.nanoTime() + ".pdf");
        new PdfSigner(NOW).sign(pdf, signed, key);
        return signed;
    }

    /** Signs where the first signature is shown. */
    private Path covering(Path pdf, SigningKey key) throws IOException {
        PDRectangle first = shown(pdf).get(0);
        SignatureFieldParameters place = new SignatureFieldParameters();
        place.setPage(1);
        place.setOriginX(first.getLowerLeftX() + 20);
        place.setOriginY(PDRectangle.LETTER.getHeight() - first.getUpperRightY());
        place.setWidth(first.getWidth());
        place.setHeight(first.getHeight());
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText("Che");
        SignatureImageParameters appearance = new SignatureImageParameters();
        appearance.setFieldParameters(place);
        appearance.setTextParameters(text);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(SigningKey.DIGEST);
        parameters.setSigningCertificate(key.certificate());
        parameters.setCertificateChain(key.chain());
        parameters.setImageParameters(appearance);
        PdfSignatureFieldPositionChecker anywhere = new PdfSignatureFieldPositionChecker();
        anywhere.setAlertOnSignatureFieldOverlap(new SilentOnStatusAlert());
        PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();
        pdfBox.setPdfSignatureFieldPositionChecker(anywhere);
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        service.setPdfObjFactory(pdfBox);
        FileDocument document = new FileDocument(pdf.toFile());
        Path signed = directory.resolve("covering-" + System.nanoTime() + ".pdf");
        service.signDocument(document, parameters, key.sign(service.getDataToSign(document, parameters)))
                .save(signed.toString());
        return signed;
    }

    private List<VerifiedSignature> found(Path signed) {
        SignatureVerifier verifier = new SignatureVerifier(
                SignatureVerifierTest.properties(true),
                new TrustAnchors(
                        directory.resolve("signing/anchors/state"), directory.resolve("signing/anchors/public")),
                signers());
        return verifier.verify(signed, Instant.now(), List.of()).signatures();
    }

    private static Signers signers() {
        return new Signers(new ClassPathResource("reference/signers.yaml"));
    }

    private static List<PDRectangle> shown(Path signed) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            return document.getPage(document.getNumberOfPages() - 1).getAnnotations().stream()
                    .map(PDAnnotation::getRectangle)
                    .toList();
        }
    }

    /** How many red points are seen there. */
    private static long red(Path signed, PDRectangle place) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, POINTS_AN_INCH);
            int top = Math.round(page.getHeight() - place.getUpperRightY());
            long red = 0;
            for (int y = Math.max(0, top); y < Math.min(page.getHeight(), top + place.getHeight()); y++) {
                for (int x = Math.round(place.getLowerLeftX()); x < place.getUpperRightX(); x++) {
                    int point = page.getRGB(x, y);
                    if ((point >> 16 & 0xff) > 150 && (point & 0xff) < 130 && (point >> 8 & 0xff) < 130) {
                        red++;
                    }
                }
            }
            return red;
        }
    }
}
