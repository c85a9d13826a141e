package vn.lienket.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Typeface;

/**
 * Signs PDFs: PAdES (ETSI EN 319 142-1) of level B-T, or of level B-B where no authority stamps. A signature is added behind the bytes that are there, which
 * stay as they are, and is shown on the last page. Files of any size are signed from and to disk.
 */
public final class PdfSigner {

    /** Where a signed file goes. */
    @FunctionalInterface
    private interface Target {

        void take(DSSDocument signed) throws IOException;
    }

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss xxx");
    private static final String FONT_NAME = "appearance.ttf";
    private static final float FONT_SIZE = 8;
    /** Bytes that are kept free for the signature with its certificates and its time stamp. */
    private static final int ROOM = 26_000;

    private final Clock clock;
    private final Seals seals;
    private final TimeStamping stamping;

    public PdfSigner(Clock clock) {
        this(clock, Seals.DRAWN, TimeStamping.none());
    }

    /** @param seals what is shown of bodies that sign with their own keys */
    PdfSigner(Clock clock, Seals seals, TimeStamping stamping) {
        this.clock = clock;
        this.seals = seals;
        this.stamping = stamping;
    }

    /**
     * Adds a signature. The signed file is there whole or not at all.
     *
     * @param signed a file that does not exist yet
     * @throws ProblemException 400 for {@code key} if its certificate is not valid now or names what cannot be printed, for {@code file} if it is no PDF, cannot be read or
     *     must not be signed (any more); 409 if there is a signed file already; 503 if it cannot be stamped
     */
    public void sign(Path pdf, Path signed, SigningKey key) {
        if (Files.exists(signed)) {
            throw alreadyThere();
        }
        sign(pdf, key.certificates(), key::sign, stamping, document -> save(document, signed));
    }

    /**
     * What a signature will add to a file, as {@link #sign}, with room for the value and its time stamp, for a key that is elsewhere.
     *
     * @throws ProblemException 400 as {@link #sign}
     */
    PreparedRevision prepare(Path pdf, SignerCertificates signer) {
        byte[][] revision = new byte[1][];
        sign(pdf, signer, data -> PreparedRevision.noValue(signer.algorithm()), TimeStamping.none(), document -> {
            RevisionStream added = new RevisionStream(Files.size(pdf));
            document.writeTo(added);
            revision[0] = added.revision();
        });
        return new PreparedRevision(revision[0], 2 * ROOM);
    }

    private void sign(
            Path pdf,
            SignerCertificates signer,
            Function<ToBeSigned, SignatureValue> key,
            TimeStamping stamps,
            Target target) {
        Instant now = clock.instant();
        if (!signer.own().isValidOn(LibraryTime.of(now))) {
            throw signer.refused("Chứng thư của khóa đã hết hạn hoặc chưa có hiệu lực.");
        }
        PAdESSignatureParameters parameters = parameters(signer, now, stamps.available());
        Optional<DSSDocument> seal = seals.of(signer);
        place(pdf, signer, seal.isPresent())
                .ifPresent(place -> parameters.setImageParameters(
                        seal.map(picture -> sealed(place, picture)).orElseGet(() -> appearance(place, signer, now))));
        TempFileResourcesHandlerBuilder files = new TempFileResourcesHandlerBuilder();
        try {
            target.take(signed(new FileDocument(pdf.toFile()), parameters, key, stamps, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.clear();
        }
    }

    private static Optional<SignatureFieldParameters> place(Path pdf, SignerCertificates signer, boolean sealed) {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            return sealed ? SignaturePlace.ofSeal(document, signer) : SignaturePlace.free(document);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    private static PAdESSignatureParameters parameters(SignerCertificates signer, Instant now, boolean stamped) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(stamped ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(SignerCertificates.DIGEST);
        parameters.setSigningCertificate(signer.own());
        parameters.setCertificateChain(signer.chain());
        parameters.setSignerName(signer.signer());
        parameters.bLevel().setSigningDate(LibraryTime.of(now));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(VIETNAM));
        parameters.setContentSize(ROOM);
        return parameters;
    }

    private static SignatureImageParameters sealed(SignatureFieldParameters place, DSSDocument picture) {
        SignatureImageParameters appearance = new SignatureImageParameters();
        appearance.setFieldParameters(place);
        appearance.setImage(picture);
        return appearance;
    }

    private static SignatureImageParameters appearance(
            SignatureFieldParameters place, SignerCertificates signer, Instant now) {
        String lines = "Ký bởi: %s%s\nThời gian ký: %s"
                .formatted(
                        signer.signer(),
                        signer.organisation().map("\nĐơn vị: %s"::formatted).orElse(""),
                        TIME.format(now.atZone(VIETNAM)));
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(lines);
        text.setFont(font(lines, signer));
        text.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
        text.setPadding(2);
        text.setBackgroundColor(null);
        SignatureImageParameters appearance = new SignatureImageParameters();
        appearance.setFieldParameters(place);
        appearance.setTextParameters(text);
        return appearance;
    }

    private static DSSFileFont font(String lines, SignerCertificates signer) {
        String file = Typeface.withAll(lines)
                .map(Typeface.Face::file)
                .orElseThrow(() -> signer.refused("Tên trong chứng thư có ký tự không in được."));
        DSSFileFont font = new DSSFileFont(new InMemoryDocument(Typeface.open(file), FONT_NAME), FONT_SIZE);
        font.setEmbedFontSubset(true);
        return font;
    }

    private static DSSDocument signed(
            DSSDocument pdf,
            PAdESSignatureParameters parameters,
            Function<ToBeSigned, SignatureValue> key,
            TimeStamping stamps,
            TempFileResourcesHandlerBuilder files) {
        PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();
        pdfBox.setResourcesHandlerBuilder(files);
        pdfBox.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        // a seal lies on its signer
        PdfSignatureFieldPositionChecker positions = new PdfSignatureFieldPositionChecker();
        positions.setAlertOnSignatureFieldOverlap(new SilentOnStatusAlert());
        pdfBox.setPdfSignatureFieldPositionChecker(positions);
        // simple: nothing but a time stamp is asked of the network
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        service.setPdfObjFactory(pdfBox);
        service.setTspSource(stamps);
        try {
            return service.signDocument(pdf, parameters, key.apply(service.getDataToSign(pdf, parameters)));
        } catch (ProtectedDocumentException e) {
            throw ProblemException.invalid("file", "Tệp PDF đã khóa, không nhận thêm chữ ký.");
        } catch (DSSException e) {
            throw unreadable();
        }
    }

    private static void save(DSSDocument document, Path signed) throws IOException {
        Path unfinished = Files.createTempFile(signed.toAbsolutePath().getParent(), "lienket-", ".unfinished");
        try {
            try (OutputStream target = Files.newOutputStream(unfinished)) {
                document.writeTo(target);
            }
            Files.move(unfinished, signed);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static ProblemException alreadyThere() {
        return ProblemException.conflict("Đã có tệp kết quả; tệp đó không bị ghi đè.");
    }

    private static ProblemException encrypted() {
        return ProblemException.invalid("file", "Tệp PDF đặt mật khẩu hoặc mã hóa nên không ký được.");
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid("file", "Không đọc được tệp PDF, hoặc tệp bị hỏng.");
    }
}
