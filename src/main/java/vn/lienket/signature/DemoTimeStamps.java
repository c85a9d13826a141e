package vn.lienket.signature;

import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/**
 * The time-stamping authority of the embedded mode, in this process; it proves nothing. Its root is made at the first start that does
 * not find it, beside the data; the key that stamps is made when it is needed first and ends with the process.
 */
@Component
@ConditionalOnEmbeddedMode
class DemoTimeStamps {

    private static final String DIRECTORY = "time-stamps";
    private static final String UNFINISHED = DIRECTORY + "-unfinished-";
    private static final String ROOT = "root.p12";
    private static final String ANCHORS = "anchors";
    private static final char[] PASSWORD = "lienket".toCharArray();
    /** Any: there is no policy of a demonstration. */
    private static final String POLICY = "2.999.1";
    /** Whoever stamps for years needs a certificate that is valid for longer. */
    private static final Duration LEAST = Duration.ofDays(2 * 365);

    private final Path directory;
    private final Clock clock;
    private final DemoAuthority root;
    private DemoAuthority stamping;

    DemoTimeStamps(@Value("${LIENKET_DATA_DIR:./data}") Path data, Clock clock) {
        this.directory = data.toAbsolutePath().normalize().resolve(DIRECTORY);
        this.clock = clock;
        try {
            removeUnfinished();
            if (!Files.exists(directory)) {
                makeRoot();
            }
            root = DemoAuthority.read(Files.readAllBytes(directory.resolve(ROOT)), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the certificate of the root is. */
    Path anchors() {
        return directory.resolve(ANCHORS);
    }

    TSPSource source() {
        DemoAuthority current = stamping();
        KeyEntityTSPSource source = new KeyEntityTSPSource(
                current.key(), current.certificate(), List.of(current.certificate(), root.certificate()));
        source.setTsaPolicy(POLICY);
        source.setProductionTime(LibraryTime.of(clock.instant()));
        return source;
    }

    private synchronized DemoAuthority stamping() {
        try {
            if (stamping == null
                    || LibraryTime.in(stamping.certificate().getNotAfter())
                            .isBefore(clock.instant().plus(LEAST))) {
                stamping = root.stamping(named("Dấu thời gian LienKet (trình diễn)"), clock.instant());
            }
            return stamping;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    private void removeUnfinished() throws IOException {
        Files.createDirectories(directory.getParent());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory.getParent(), UNFINISHED + "*")) {
            for (Path unfinished : left) {
                FileSystemUtils.deleteRecursively(unfinished);
            }
        }
    }

    private void makeRoot() throws IOException, GeneralSecurityException {
        DemoAuthority made = DemoAuthority.named(named("Gốc dấu thời gian LienKet (trình diễn)"), clock.instant());
        Path unfinished = Files.createTempDirectory(directory.getParent(), UNFINISHED);
        Files.write(unfinished.resolve(ROOT), made.pkcs12(PASSWORD));
        Path anchors = Files.createDirectory(unfinished.resolve(ANCHORS));
        Files.write(anchors.resolve("root.crt"), made.certificate().getEncoded());
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
