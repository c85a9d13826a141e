package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoKeysTest {

    private static final Clock NOW = Clock.systemUTC();
    private static final String LEADER = "binhduong.leader1";
    private static final String NO_REVOCATION = "2.5.29.56";

    @TempDir
    Path data;

    @Test
    void aKeyNamesItsPersonAndHisBodyAndThatItIsADemonstration() throws Exception {
        SigningKey key = new DemoOffice(data).key(LEADER, NOW);

        assertThat(key.signer()).isEqualTo("Lãnh đạo 1, Sở TT&TT Bình Dương (trình diễn)");
        assertThat(key.organisation()).contains(DemoOffice.DEPARTMENT);
        assertThat(key.certificate().getSubject().getCanonical())
                .startsWith("uid=binhduong.leader1,")
                .contains("2.5.4.97=#0c03" + hex("H09"));
        assertThat(key.certificate().getCertificate().getNonCriticalExtensionOIDs())
                .contains(NO_REVOCATION);
    }

    @Test
    void aBodyOfTheStateIsUnderOneRootAndACompanyUnderTheOther() throws Exception {
        DemoOffice office = new DemoOffice(data);

        SigningKey ofState = office.key(LEADER, NOW);
        SigningKey ofCompany = office.key("qtsc.leader1", NOW);

        X509Certificate state = anchor("state");
        X509Certificate forEverybody = anchor("public");
        ofState.certificate().getCertificate().verify(state.getPublicKey());
        ofCompany.certificate().getCertificate().verify(forEverybody.getPublicKey());
        assertThat(state.getSubjectX500Principal().getName()).contains("công vụ", "(trình diễn)");
        assertThat(forEverybody.getSubjectX500Principal().getName()).contains("công cộng", "(trình diễn)");
    }

    @Test
    void aBodyHasAKeyThatNamesIt() throws Exception {
        DemoOffice office = new DemoOffice(data);

        SigningKey key = office.key("binhduong", NOW);

        assertThat(key.signer()).isEqualTo(DemoOffice.DEPARTMENT + " (trình diễn)");
        assertThat(key.organisation()).contains(DemoOffice.DEPARTMENT);
        assertThat(key.certificate().getSubject().getCanonical()).doesNotContain("uid=");
        byte[] first = office.keys(NOW).ofBody("binhduong").orElseThrow();
        assertThat(office.keys(NOW).ofBody("binhduong")).contains(first);
    }

    @Test
    void onlyWhoSignsHasAKey() {
        DemoKeys keys = new DemoOffice(data).keys(NOW);

        assertThat(keys.of("binhduong.clerk1")).isEmpty();
        assertThat(keys.of("binhduong.leader2")).as("no longer there").isEmpty();
        assertThat(keys.of("../state")).isEmpty();
    }

    @Test
    void aKeyStaysUntilItsCertificateExpiresOrTheDirectoryNamesHimOtherwise() {
        byte[] first = new DemoOffice(data).keys(NOW).of(LEADER).orElseThrow();

        assertThat(new DemoOffice(data).keys(NOW).of(LEADER)).contains(first);
        byte[] later = new DemoOffice(data)
                .keys(Clock.offset(NOW, Duration.ofDays(4 * 365)))
                .of(LEADER)
                .orElseThrow();
        assertThat(later).isNotEqualTo(first);
        byte[] renamed =
                new DemoOffice(data, "Nguyễn Thị Ánh").keys(NOW).of(LEADER).orElseThrow();
        assertThat(renamed).isNotEqualTo(later);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseReadsThem() throws Exception {
        new DemoOffice(data).keys(NOW).of(LEADER);

        assertThat(Files.getPosixFilePermissions(data.resolve("signing")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (Path file : files()) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as(file.toString())
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(files())
                .extracting(file -> data.relativize(file).toString())
                .containsExactlyInAnyOrder(
                        "signing/state.p12",
                        "signing/public.p12",
                        "signing/anchors/state/root.crt",
                        "signing/anchors/public/root.crt",
                        "signing/keys/binhduong.leader1.p12");
    }

    @Test
    void whatACrashHasLeftOfTheRootsIsNotUsed() throws Exception {
        Path half = Files.createDirectory(data.resolve("signing-unfinished-123"));
        Files.write(half.resolve("state.p12"), new byte[] {1});

        new DemoOffice(data).keys(NOW);

        assertThat(half).doesNotExist();
        assertThat(data.resolve("signing/state.p12")).isNotEmptyFile();
        assertThat(data.resolve("signing/public.p12")).isNotEmptyFile();
    }

    @Test
    void theRootsStay() throws Exception {
        new DemoOffice(data).keys(NOW);
        X509Certificate first = anchor("state");

        new DemoOffice(data).keys(NOW);

        assertThat(anchor("state")).isEqualTo(first);
    }

    @Test
    void thereAreNoneInProduction() {
        new ApplicationContextRunner()
                .withUserConfiguration(DemoKeys.class)
                .withPropertyValues("lienket.mode=production", "LIENKET_DATA_DIR=" + data)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DemoKeys.class));

        assertThat(data).isEmptyDirectory();
    }

    private X509Certificate anchor(String id) throws Exception {
        try (InputStream file = Files.newInputStream(data.resolve("signing/anchors/" + id + "/root.crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("signing"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String hex(String text) {
        return text.chars().mapToObj("%02x"::formatted).reduce("", String::concat);
    }
}
