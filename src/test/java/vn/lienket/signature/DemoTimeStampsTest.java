package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/** The time-stamping authority of the embedded mode. */
class DemoTimeStampsTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    private Path data;

    @Test
    void dataOfTheTimeBeforeGetItBesideItsRoots() throws Exception {
        DemoOffice office = new DemoOffice(data);
        byte[] key = office.keys(NOW).of("binhduong.leader1").orElseThrow();
        List<CertificateToken> roots = anchors(office.keys(NOW).anchors().resolve("state"));

        assertThat(anchors(new DemoTimeStamps(data, NOW).anchors())).hasSize(1);

        assertThat(office.keys(NOW).of("binhduong.leader1")).contains(key);
        assertThat(anchors(office.keys(NOW).anchors().resolve("state"))).isEqualTo(roots);
    }

    @Test
    void whatAnEarlierStartHasStampedIsUnderTheSameRoot() throws Exception {
        DemoTimeStamps first = new DemoTimeStamps(data, NOW);
        TimestampToken stamp = stamp(first);
        Files.createDirectory(data.resolve("time-stamps-unfinished-1"));

        DemoTimeStamps second = new DemoTimeStamps(data, NOW);

        assertThat(data.resolve("time-stamps-unfinished-1")).doesNotExist();
        CertificateToken root = anchors(second.anchors()).get(0);
        assertThat(signer(stamp).isSignedBy(root)).isTrue();
        assertThat(signer(stamp(second)).isSignedBy(root)).isTrue();
        assertThat(signer(stamp).getCertificate().getSubjectX500Principal().getName())
                .contains("LienKet (trình diễn)");
    }

    @Test
    void whoeverStampsForYearsHasACertificateForLonger() throws Exception {
        Clock later = Clock.offset(NOW, Duration.ofDays(5 * 365));

        assertThat(signer(stamp(new DemoTimeStamps(data, later))).isValidOn(LibraryTime.of(later.instant())))
                .isTrue();
    }

    @Test
    void thereIsNoneOutsideTheEmbeddedMode() {
        assertThat(DemoTimeStamps.class).hasAnnotation(ConditionalOnEmbeddedMode.class);
    }

    private static TimestampToken stamp(DemoTimeStamps authority) throws Exception {
        byte[] digest = DSSUtils.digest(DigestAlgorithm.SHA256, new byte[] {1, 2, 3});
        return new TimestampToken(
                authority
                        .source()
                        .getTimeStampResponse(DigestAlgorithm.SHA256, digest)
                        .getBytes(),
                TimestampType.SIGNATURE_TIMESTAMP);
    }

    private static CertificateToken signer(TimestampToken stamp) {
        return stamp.getCandidatesForSigningCertificate().getTheBestCandidate().getCertificateToken();
    }

    private static List<CertificateToken> anchors(Path directory) {
        return new TrustAnchors(null, null, directory).current().ofStamps();
    }
}
