package vn.lienket.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates in which chains may end, from one directory for each root and one for time stamps. Files that are put there, changed or taken away count from
 * the next look on; one that holds no certificate is told in the log once and leaves the others as they are.
 */
final class TrustAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(TrustAnchors.class);
    private static final long LARGEST_FILE = 1 << 20;

    private final Path ofState;
    private final Path ofPublic;
    private final Path ofStamps;
    private Map<Path, String> seen = Map.of();
    private Anchors anchors = new Anchors(List.of(), List.of(), List.of());

    /** Without any for time stamps alone. */
    TrustAnchors(Path ofState, Path ofPublic) {
        this(ofState, ofPublic, null);
    }

    /** @param ofState or null, as the others: there are no certificates of that root */
    TrustAnchors(Path ofState, Path ofPublic, Path ofStamps) {
        this.ofState = ofState;
        this.ofPublic = ofPublic;
        this.ofStamps = ofStamps;
    }

    /** As the directories are now. */
    synchronized Anchors current() {
        Map<Path, String> now = new TreeMap<>();
        List<Path> state = files(ofState);
        List<Path> open = files(ofPublic);
        List<Path> stamps = files(ofStamps);
        Stream.of(state, open, stamps).flatMap(List::stream).forEach(file -> now.put(file, look(file)));
        if (!now.equals(seen)) {
            anchors = new Anchors(certificates(state), certificates(open), certificates(stamps));
            seen = now;
            LOG.info(
                    "Chứng thư gốc được tin cậy: {} của Nhà nước, {} công cộng, {} của dấu thời gian",
                    anchors.ofState().size(),
                    anchors.ofPublic().size(),
                    anchors.ofStamps().size());
        }
        return anchors;
    }

    private static List<Path> files(Path directory) {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("Thư mục chứng thư gốc {} không đọc được: {}", directory, e.toString());
            return List.of();
        }
    }

    private static String look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + "/" + attributes.lastModifiedTime() + "/" + attributes.fileKey();
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<CertificateToken> certificates(List<Path> files) {
        List<CertificateToken> certificates = new ArrayList<>();
        for (Path file : files) {
            try {
                if (Files.size(file) > LARGEST_FILE) {
                    throw new IOException("lớn hơn 1 MB");
                }
                certificates.addAll(read(file));
            } catch (IOException | CertificateException e) {
                LOG.warn("Tệp {} không phải chứng thư gốc nên bị bỏ qua: {}", file, e.getMessage());
            }
        }
        return certificates;
    }

    private static List<CertificateToken> read(Path file) throws IOException, CertificateException {
        try (InputStream content = Files.newInputStream(file)) {
            List<CertificateToken> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                            .map(certificate -> new CertificateToken((X509Certificate) certificate))
                            .toList();
            if (certificates.isEmpty()) {
                throw new CertificateException("tệp không có chứng thư");
            }
            return certificates;
        }
    }
}
