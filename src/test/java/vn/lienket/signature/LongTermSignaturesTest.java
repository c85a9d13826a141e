package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.LongTermSignatures.Lasting;
import vn.lienket.support.TestPki;
import vn.lienket.support.TestPki.Entity;
import vn.lienket.support.TestPki.Wish;
import vn.lienket.support.TestTsa;

/** A real time-stamping authority and a real OCSP responder; time passes by the clocks that are asked. */
class LongTermSignaturesTest {

    private static final String SIGNER = "CN=Giám đốc,O=Sở Thông tin và Truyền thông tỉnh Bình Dương,C=VN";
    private static final Instant NOW = Instant.now();
    private static final Instant SIGNER_ENDS = days(30);
    private static final Instant FIRST_STAMPS_END = days(900);
    private static final Instant LATER_STAMPS_END = days(3000);

    @TempDir
    private Path directory;

    private TestPki pki;
    private TestPki stampPki;
    private Entity signer;
    private Entity tsaRoot;
    private SignatureVerifier verifier;
    private TestTsa tsa;
    private int pages = 1;

    @BeforeEach
    void twoAuthorities() throws Exception {
        pki = new TestPki();
        stampPki = new TestPki();
        Entity root = pki.root("CN=Gốc công vụ lâu dài,C=VN");
        Entity ca = pki.issue(root, Wish.of("CN=CA công vụ lâu dài,C=VN").authorised());
        signer = pki.issue(ca, Wish.of(SIGNER).valid(days(-300), SIGNER_ENDS));
        tsaRoot = stampPki.root("CN=Gốc dấu thời gian,C=VN");
        TestPki.trust(directory.resolve("state"), root);
        TestPki.trust(directory.resolve("tsa"), tsaRoot);
        verifier = new SignatureVerifier(
                SignatureVerifierTest.properties(true),
                new TrustAnchors(directory.resolve("state"), null, directory.resolve("tsa")),
                new Signers(new ClassPathResource("reference/signers.yaml")));
        tsa = tsa(FIRST_STAMPS_END, NOW);
    }

    @AfterEach
    void stop() {
        tsa.close();
        pki.close();
        stampPki.close();
    }

    @Test
    void aStampOfAnAuthorityUnderTheRootOfTimeStampsIsTheTimeOfSigning() throws Exception {
        VerifiedSignature signature = only(stamped(), NOW.plusSeconds(60));

        assertThat(signature.sentence()).startsWith("Chữ ký hợp lệ");
        assertThat(signature.timeSource()).isEqualTo(TimeSource.TIMESTAMP);
        assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
        assertThat(signature.wholeFile()).as("no second revision").isTrue();
    }

    @Test
    void nobodySignsUnderTheRootOfTimeStamps() throws Exception {
        signer = stampPki.issue(tsaRoot, Wish.of(SIGNER));

        assertThat(only(stamped(), NOW).sentence()).isEqualTo(Fault.UNKNOWN_ROOT.sentence());
    }

    @Test
    void aSignatureLastsWhenItsCertificateHasEndedAndItsAuthorityIsGone() throws Exception {
        Path stamped = stamped();
        Path lasting = directory.resolve("lasting.pdf");
        try (Lasting made = lasting(NOW).of(stamped)) {
            assertThat(made.lastsUntil()).isEqualTo(FIRST_STAMPS_END);
            Files.copy(made.content().path(), lasting);
        }
        assertThat(Files.mismatch(stamped, lasting))
                .as("it continues the signed one")
                .isEqualTo(Files.size(stamped));
        Instant stampedAt = only(stamped, NOW.plusSeconds(60)).signedAt();
        pki.silent(true);
        stampPki.silent(true);

        assertThat(only(stamped, days(700)).valid()).isFalse();
        VerifiedSignature kept = only(lasting, days(700));
        assertThat(kept.sentence()).startsWith("Chữ ký hợp lệ");
        assertThat(kept.level()).isEqualTo("PAdES-BASELINE-LTA");
        assertThat(kept.timeSource()).isEqualTo(TimeSource.TIMESTAMP);
        assertThat(kept.signedAt()).isEqualTo(stampedAt);
    }

    @Test
    void aRenewedOneLastsWhenTheFirstStampHasEndedToo() throws Exception {
        Path first = kept(NOW, stamped());
        tsa.close();
        tsa = tsa(LATER_STAMPS_END, days(810));
        pki.after(Duration.ofDays(810));
        stampPki.after(Duration.ofDays(810));
        Path renewed = kept(days(810), first);
        pki.silent(true);
        stampPki.after(Duration.ofDays(2000));

        assertThat(Files.mismatch(first, renewed)).isEqualTo(Files.size(first));
        assertThat(only(renewed, days(2000)).sentence()).startsWith("Chữ ký hợp lệ");
        assertThat(only(renewed, days(2000)).level()).isEqualTo("PAdES-BASELINE-LTA");
        assertThat(only(first, days(2000)).valid()).isFalse();
    }

    @Test
    void aSignatureWithoutAStampLastsToo() throws Exception {
        Path unstamped = directory.resolve("unstamped.pdf");
        new PdfSigner(Clock.systemUTC()).sign(pdf(), unstamped, key());

        Path lasting = kept(NOW, unstamped);

        pki.silent(true);
        assertThat(only(lasting, days(700)).sentence()).startsWith("Chữ ký hợp lệ");
    }

    @Test
    void whatBringsTheFirstAnnotationsOfAPageIsATimeStampOrAChange() throws Exception {
        pages = 2;
        Path stamped = stamped();

        assertThat(only(kept(NOW, stamped), NOW.plusSeconds(60)).sentence())
                .as("its stamp lies on the page before that of the signature")
                .startsWith("Chữ ký hợp lệ");

        Path annotated = directory.resolve("annotated.pdf");
        try (PDDocument document = Loader.loadPDF(stamped.toFile());
                OutputStream out = Files.newOutputStream(annotated)) {
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(60, 680, 300, 60));
            PDPage first = document.getPage(0);
            first.setAnnotations(List.of(stamp));
            first.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        assertThat(only(annotated, NOW.plusSeconds(60)).valid()).isFalse();
        Path lastingOfIt = directory.resolve("stamped-annotated.pdf");
        new PdfSigner(Clock.systemUTC(), Seals.DRAWN, stamping(NOW)).sign(annotated, lastingOfIt, key());
        assertThat(verifier.verify(lastingOfIt, NOW.plusSeconds(60), List.of())
                        .signatures()
                        .get(0)
                        .valid())
                .as("nor does a later signature cover it up")
                .isFalse();
    }

    @Test
    void whatCannotBeProvenIsRefused() throws Exception {
        Path stamped = stamped();
        pki.silent(true);
        assertRefused(ProblemException.Kind.CONFLICT, stamped);
        pki.silent(false);
        pki.revoke(signer, days(-1));
        assertRefused(ProblemException.Kind.CONFLICT, stamped);
    }

    @Test
    void nothingLastsWithoutTheAuthority() throws Exception {
        Path stamped = stamped();
        tsa.answers(TestTsa.Manner.REFUSING);
        assertRefused(ProblemException.Kind.BUSY, stamped);
    }

    private void assertRefused(ProblemException.Kind kind, Path pdf) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lasting(NOW).of(pdf))
                .extracting(ProblemException::kind)
                .isEqualTo(kind);
    }

    private Path kept(Instant at, Path pdf) throws IOException {
        try (Lasting made = lasting(at).of(pdf)) {
            return Files.copy(made.content().path(), directory.resolve("kept-%s.pdf".formatted(at.getEpochSecond())));
        }
    }

    private LongTermSignatures lasting(Instant at) {
        return new LongTermSignatures(verifier, stamping(at), clock(at));
    }

    private TimeStamping stamping(Instant at) {
        return TimeStamping.at(tsa.address(), Duration.ofSeconds(10), clock(at));
    }

    private TestTsa tsa(Instant ends, Instant now) throws IOException {
        return new TestTsa(
                stampPki.issue(
                        tsaRoot, Wish.of("CN=Dấu thời gian,C=VN").stamping().valid(days(-300), ends)),
                clock(now));
    }

    private static Clock clock(Instant at) {
        return Clock.offset(Clock.systemUTC(), Duration.between(NOW, at));
    }

    private Path stamped() throws Exception {
        Path stamped = directory.resolve("stamped.pdf");
        new PdfSigner(Clock.systemUTC(), Seals.DRAWN, stamping(NOW)).sign(pdf(), stamped, key());
        return stamped;
    }

    private SigningKey key() throws Exception {
        char[] password = DemoOffice.PASSWORD;
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", signer.key(), password, signer.chain().toArray(X509Certificate[]::new));
        Path file = directory.resolve("key.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return SigningKey.open(file, password);
    }

    private Path pdf() throws IOException {
        Path pdf = directory.resolve("plain.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.save(pdf.toFile());
        }
        return pdf;
    }

    private VerifiedSignature only(Path pdf, Instant at) {
        List<VerifiedSignature> found = verifier.verify(pdf, at, List.of()).signatures();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }
}
