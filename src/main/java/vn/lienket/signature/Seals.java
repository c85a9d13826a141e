package vn.lienket.signature;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.x500.X500Name;
import vn.lienket.mode.StartRefusedException;

/** What is shown where a body signs with its own key: the picture of its seal, for a body of the demonstration a drawn one. */
final class Seals {

    /** Of nobody but the bodies of the demonstration. */
    static final Seals DRAWN = new Seals(Map.of(), subject -> Optional.empty());

    private static final String ENDING = ".png";

    private final Map<String, byte[]> pictures;
    private final Function<X500Name, Optional<String>> organisations;

    private Seals(Map<String, byte[]> pictures, Function<X500Name, Optional<String>> organisations) {
        this.pictures = pictures;
        this.organisations = organisations;
    }

    /**
     * The pictures in a directory, each called as its organisation, e.g. {@code binhduong.png}.
     *
     * @param signers for which organisation somebody signs
     * @throws StartRefusedException if there is no such directory, or a file in it is no picture
     */
    static Seals in(Path directory, Signers signers) {
        try (Stream<Path> files = Files.list(directory)) {
            Map<String, byte[]> pictures = files.filter(
                            file -> file.getFileName().toString().endsWith(ENDING))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replaceFirst("\\.png$", ""), Seals::picture));
            return new Seals(
                    pictures,
                    subject -> signers.of(subject)
                            .filter(signer -> signer.keyOwner() == KeyOwner.BODY)
                            .map(Signers.Signer::organisation));
        } catch (IOException e) {
            throw refused(directory);
        }
    }

    /** Empty where nothing but the words of a signature is shown. */
    Optional<DSSDocument> of(SignerCertificates signer) {
        X500Name subject = X500Name.getInstance(
                signer.own().getCertificate().getSubjectX500Principal().getEncoded());
        return organisations
                .apply(subject)
                .map(pictures::get)
                .<DSSDocument>map(picture -> new InMemoryDocument(picture, Seal.NAME))
                .or(() -> signer.ofDemonstratedBody().map(Seal::of));
    }

    private static byte[] picture(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            if (ImageIO.read(new ByteArrayInputStream(content)) == null) {
                throw refused(file);
            }
            return content;
        } catch (IOException e) {
            throw refused(file);
        }
    }

    private static StartRefusedException refused(Path path) {
        return new StartRefusedException(
                "Không đọc được ảnh con dấu: %s.".formatted(path),
                "LIENKET_SEALS là thư mục ảnh PNG, mỗi đơn vị một tệp.");
    }
}
