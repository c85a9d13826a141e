package vn.lienket.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/**
 * The keys of the embedded mode, which show how people sign and prove nothing. Two roots are made at the first start and kept beside
 * the data, both or none; {@code signing/anchors/state} and {@code signing/anchors/public} hold their certificates. A leader has a key of
 * his own, a body one that its clerks seal with. A key is made when somebody asks for it first, and again when the
 * directory says something else of whom it names or its certificate has expired.
 */
@Component
@ConditionalOnEmbeddedMode
public class DemoKeys {

    private enum Root {
        /** Of a body below another one of the state. */
        STATE("state", "Gốc chữ ký công vụ LienKet (trình diễn)"),
        /** Of a company. */
        PUBLIC("public", "Gốc chữ ký công cộng LienKet (trình diễn)");

        private final String id;
        private final String name;

        Root(String id, String name) {
            this.id = id;
            this.name = name;
        }

        static Root of(Organisation organisation) {
            return organisation.parentName() == null ? PUBLIC : STATE;
        }
    }

    /** Behind the names in all certificates. */
    static final String MARK = " (trình diễn)";

    private static final String DIRECTORY = "signing";
    private static final String UNFINISHED = DIRECTORY + "-unfinished-";
    private static final char[] PASSWORD = "lienket".toCharArray();

    private final Path directory;
    private final Parties parties;
    private final Clock clock;
    private final Map<Root, DemoAuthority> authorities = new EnumMap<>(Root.class);

    DemoKeys(@Value("${LIENKET_DATA_DIR:./data}") Path data, Parties parties, Clock clock) {
        this.directory = data.toAbsolutePath().normalize().resolve(DIRECTORY);
        this.parties = parties;
        this.clock = clock;
        try {
            removeUnfinished();
            if (!Files.exists(directory)) {
                makeRoots();
            }
            for (Root root : Root.values()) {
                authorities.put(root, DemoAuthority.read(Files.readAllBytes(directory.resolve(file(root))), PASSWORD));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the certificates of the two roots are, in one directory each. */
    Path anchors() {
        return directory.resolve("anchors");
    }

    /** The PKCS#12 file of a leader's key, with the password of all demo people; empty for who is none. */
    public synchronized Optional<byte[]> of(String personId) {
        return parties.person(personId)
                .filter(person -> person.active() && person.roles().contains(Role.LEADER))
                .flatMap(person -> parties.organisation(person.organisation())
                        .map(organisation -> key(
                                "keys",
                                person.id(),
                                organisation,
                                subject(organisation, person.name())
                                        .addRDN(BCStyle.UID, person.id())
                                        .build())));
    }

    /** The same of a body's key, its seal. */
    public synchronized Optional<byte[]> ofBody(String organisationId) {
        return parties.organisation(organisationId)
                .map(organisation -> key(
                        "seals",
                        organisation.id(),
                        organisation,
                        subject(organisation, organisation.name()).build()));
    }

    private byte[] key(String folder, String name, Organisation organisation, X500Name subject) {
        DemoAuthority authority = authorities.get(Root.of(organisation));
        Path file = directory.resolve(folder).resolve(name + ".p12");
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !serves(Files.readAllBytes(file), subject, authority)) {
                write(file, authority.issue(subject, clock.instant(), PASSWORD));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean serves(byte[] pkcs12, X500Name subject, DemoAuthority authority)
            throws GeneralSecurityException, IOException {
        X509Certificate certificate = DemoAuthority.read(pkcs12, PASSWORD).certificate();
        X500Name named =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return named.equals(subject)
                && certificate
                        .getIssuerX500Principal()
                        .equals(authority.certificate().getSubjectX500Principal())
                && LibraryTime.in(certificate.getNotAfter()).isAfter(clock.instant());
    }

    private static X500NameBuilder subject(Organisation organisation, String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, organisation.name())
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, organisation.code())
                .addRDN(BCStyle.CN, name + MARK);
    }

    private void removeUnfinished() throws IOException {
        Files.createDirectories(directory.getParent());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory.getParent(), UNFINISHED + "*")) {
            for (Path unfinished : left) {
                FileSystemUtils.deleteRecursively(unfinished);
            }
        }
    }

    private void makeRoots() throws IOException, GeneralSecurityException {
        Instant now = clock.instant();
        Path unfinished = Files.createTempDirectory(directory.getParent(), UNFINISHED);
        Files.createDirectory(unfinished.resolve("keys"));
        for (Root root : Root.values()) {
            DemoAuthority authority = DemoAuthority.named(
                    new X500NameBuilder(BCStyle.INSTANCE)
                            .addRDN(BCStyle.C, "VN")
                            .addRDN(BCStyle.CN, root.name)
                            .build(),
                    now);
            write(unfinished.resolve(file(root)), authority.pkcs12(PASSWORD));
            Path anchor = unfinished.resolve("anchors").resolve(root.id);
            Files.createDirectories(anchor);
            write(anchor.resolve("root.crt"), authority.certificate().getEncoded());
        }
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String file(Root root) {
        return root.id + ".p12";
    }

    /** On disk, whole, and for nobody else's eyes before anybody finds it under its name. */
    private static void write(Path file, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), "", ".unfinished");
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
