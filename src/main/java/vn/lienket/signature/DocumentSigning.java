package vn.lienket.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;

/**
 * Signs stored documents with keys that never come here, in three steps: what is to be signed is prepared and kept, the key signs it
 * wherever it is, and its value makes the signed document. Only for those whose turn it is in the case; whether the case takes the signed
 * document is then decided as for one that was signed elsewhere and uploaded.
 */
@Service
@Transactional(propagation = Propagation.NEVER)
public class DocumentSigning {

    /** How long a key may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Of all certificates: they have to fit into the signature. */
    private static final int MOST_BYTES = 12_000;

    private final Documents documents;
    private final PreparedSignatures prepared;
    private final DocumentSignatures signatures;
    private final TimeStamping stamping;
    private final List<TextsToSign> texts;
    private final Seals seals;
    private final CurrentUser currentUser;
    private final Clock clock;

    DocumentSigning(
            Documents documents,
            PreparedSignatures prepared,
            DocumentSignatures signatures,
            TimeStamping stamping,
            List<TextsToSign> texts,
            Seals seals,
            CurrentUser currentUser,
            Clock clock) {
        this.documents = documents;
        this.prepared = prepared;
        this.signatures = signatures;
        this.stamping = stamping;
        this.texts = texts;
        this.seals = seals;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * What a key is to sign.
     *
     * @param algorithm as Java calls it, e.g. {@code SHA256withECDSA}
     * @param data of which the algorithm takes the digest
     */
    public record ToSign(UUID id, String algorithm, byte[] data, DocumentInfo document, Instant until) {}

    /**
     * Prepares the signature of whoever is signed in.
     *
     * @param chain certificates of his key, his own first, DER
     * @throws ProblemException 400 for the certificate or a file that cannot be signed, 403 for whose turn it is not, 404 for a document
     *     he may not see, 409 for one that does not wait for a signature, or not any more
     */
    public ToSign prepare(UUID id, List<byte[]> chain) {
        DocumentInfo document = documentOf(id);
        if (!document.isPdf()) {
            throw ProblemException.invalid("documentId", "Chỉ ký số được tệp PDF.");
        }
        if (chain.stream().mapToInt(certificate -> certificate.length).sum() > MOST_BYTES) {
            throw ProblemException.invalid("chain", "Chuỗi chứng thư quá dài.");
        }
        SignerCertificates signer = new SignerCertificates(
                chain.stream().map(DocumentSigning::certificate).toList(), "certificate");
        requireOwn(signer);
        PreparedRevision revision;
        try (SpooledFile file = SpooledFile.of(target -> documents.writeTo(id, target))) {
            revision = new PdfSigner(clock, seals, TimeStamping.none()).prepare(file.path(), signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PreparedSignature kept = new PreparedSignature(
                UUID.randomUUID(),
                id,
                currentUser.require().id(),
                signer.own().getEncoded(),
                revision.bytes(),
                revision.digits(),
                now,
                null);
        prepared.add(kept);
        return new ToSign(
                kept.id(), signer.algorithm().getJCEId(), revision.dataToSign(), document, now.plus(PATIENCE));
    }

    /**
     * Puts the value into what has been prepared, with a time stamp if there is an authority, and stores the signed file; the same call
     * again answers the same document.
     *
     * @throws ProblemException 400 for a value that another key has made or over something else, and for a signature that is not valid,
     *     with what is wrong; 404 for what somebody else, or nobody, has prepared; 409 if it took too long or the document does not wait
     *     for a signature any more; 503 if it could not be stamped: what has been prepared stays, for another call
     */
    public DocumentInfo complete(UUID id, byte[] value) {
        String person = currentUser.require().id();
        PreparedSignature found = prepared.find(id, person)
                .orElseThrow(() -> ProblemException.notFound("Không tìm thấy lần chuẩn bị ký này. Hãy ký lại."));
        if (found.signedDocument() != null) {
            return documents.info(found.signedDocument());
        }
        if (found.preparedAt().plus(PATIENCE).isBefore(clock.instant())) {
            throw ProblemException.conflict("Lần chuẩn bị ký này đã quá hạn. Hãy ký lại.");
        }
        DocumentInfo document = documentOf(found.document());
        PreparedRevision revision = new PreparedRevision(found.revision(), found.digits());
        SignerCertificates signer = new SignerCertificates(List.of(certificate(found.certificate())), "certificate");
        if (!signer.signed(revision.dataToSign(), value)) {
            throw ProblemException.invalid(
                    "value",
                    "Giá trị chữ ký không đúng: không được ký bằng chứng thư đã chọn, hoặc ký trên nội dung khác.");
        }
        try (InputStream content = new SequenceInputStream(
                        documents.open(document.id()), new ByteArrayInputStream(stamped(revision, value)));
                CheckedFile signed = documents.check(content, signedName(document.fileName()))) {
            DocumentSignatures.Found verified = signatures.in(signed.content().path());
            requireStamped(requireValid(verified.signatures()));
            UUID stored = prepared.keepOnce(id, signed, document.channel(), person);
            signatures.keep(stored, verified);
            return documents.info(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] stamped(PreparedRevision revision, byte[] value) {
        return stamping.available() ? revision.with(value, stamping.over(value)) : revision.with(value);
    }

    /** By an authority that is believed. */
    private void requireStamped(VerifiedSignature added) {
        if (stamping.available() && added.timeSource() != TimeSource.TIMESTAMP) {
            throw TimeStamping.unavailable();
        }
    }

    /** Who signs for somebody else is told so before the key is used. */
    private void requireOwn(SignerCertificates signer) {
        signatures
                .organisationOf(signer.own())
                .filter(organisation -> !currentUser.require().actsFor(organisation))
                .ifPresent(organisation -> {
                    throw signer.refused("Chứng thư của %s không thuộc đơn vị của bạn. Hãy chọn chứng thư khác."
                            .formatted(signer.signer()));
                });
    }

    /** For whoever may sign it now. */
    private DocumentInfo documentOf(UUID id) {
        DocumentInfo document = documents.info(id);
        documents.requireMayStore(document.channel());
        List<String> signers =
                texts.stream().flatMap(known -> known.signers(id).stream()).toList();
        if (signers.isEmpty()) {
            throw ProblemException.conflict(
                    "Văn bản này không chờ ký: chưa đến bước ký, đã có bản khác hoặc đã có người ký. Hãy mở lại công việc và ký bản hiện tại.");
        }
        if (signers.stream().noneMatch(currentUser.require().groups()::contains)) {
            throw ProblemException.forbidden("Chưa đến lượt bạn ký văn bản này.");
        }
        return document;
    }

    /** What was signed before is not for this signer to answer for. */
    private static VerifiedSignature requireValid(List<VerifiedSignature> found) {
        VerifiedSignature added = found.get(found.size() - 1);
        if (!added.valid()) {
            throw ProblemException.invalid("value", added.sentence());
        }
        return added;
    }

    private static CertificateToken certificate(byte[] der) {
        try {
            return SignerCertificates.read(der);
        } catch (CertificateException e) {
            throw ProblemException.invalid("certificate", "Không đọc được chứng thư; cần chứng thư X.509.");
        }
    }

    private static String signedName(String name) {
        return name.replaceFirst("(?i)(-da-ky)?\\.pdf$", "") + "-da-ky.pdf";
    }
}
