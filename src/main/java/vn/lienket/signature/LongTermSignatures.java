package vn.lienket.signature;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.content.SpooledFile;
import vn.lienket.problem.ProblemException;

/**
 * Makes signatures last longer than the certificates they were made with: PAdES of level B-LTA, everything that proves them in the file and
 * a time stamp over it. Before the certificate of that stamp ends, the same is to be done again with what came of it.
 */
@Service
@Transactional(propagation = Propagation.NEVER)
public class LongTermSignatures {

    /**
     * A file that continues the signed one; gone once it is closed.
     *
     * @param lastsUntil when the certificate of its last time stamp ends
     */
    public record Lasting(SpooledFile content, Instant lastsUntil) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LongTermSignatures.class);
    private static final SignatureLevel LEVEL = SignatureLevel.PAdES_BASELINE_LTA;
    /** Bytes that are kept free for a time stamp. */
    private static final int ROOM = 12_000;

    private final SignatureVerifier verifier;
    private final TimeStamping stamping;
    private final Clock clock;

    LongTermSignatures(SignatureVerifier verifier, TimeStamping stamping, Clock clock) {
        this.verifier = verifier;
        this.stamping = stamping;
        this.clock = clock;
    }

    /** Whether there is an authority that stamps. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean possible() {
        return stamping.available();
    }

    /**
     * What is to be kept of a signed file; every signature in it is valid, as of now.
     *
     * @throws ProblemException 409 if it is not, or cannot be proven so; 503 if it cannot be stamped
     */
    public Lasting of(Path pdf) {
        TempFileResourcesHandlerBuilder files = new TempFileResourcesHandlerBuilder();
        TimestampBinary[] last = new TimestampBinary[1];
        try {
            PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();
            pdfBox.setResourcesHandlerBuilder(files);
            pdfBox.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
            PAdESService service = new PAdESService(verifier.proofs(clock.instant()));
            service.setPdfObjFactory(pdfBox);
            service.setTspSource((algorithm, digest) -> {
                last[0] = stamping.getTimeStampResponse(algorithm, digest);
                return last[0];
            });
            DSSDocument extended = service.extendDocument(new FileDocument(pdf.toFile()), parameters());
            SpooledFile content = SpooledFile.of(extended::writeTo);
            try {
                requireLasting(content.path());
                return new Lasting(content, end(last[0]));
            } catch (ProblemException | IOException | TSPException | CMSException e) {
                content.close();
                throw e;
            }
        } catch (DSSException | AlertException | IOException | TSPException | CMSException e) {
            LOG.warn("Signatures cannot be made to last", e);
            throw ProblemException.conflict(
                    "Chưa lấy đủ chứng cứ để giữ giá trị chữ ký lâu dài: chứng thư đã hết hạn, bị thu hồi, hoặc tổ chức chứng thực không trả lời.");
        } finally {
            files.clear();
        }
    }

    private void requireLasting(Path pdf) {
        for (VerifiedSignature signature :
                verifier.verify(pdf, clock.instant(), List.of()).signatures()) {
            if (!signature.valid()) {
                throw ProblemException.conflict(signature.sentence());
            }
        }
    }

    private static PAdESSignatureParameters parameters() {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(LEVEL);
        parameters.getSignatureTimestampParameters().setContentSize(ROOM);
        parameters.getArchiveTimestampParameters().setContentSize(ROOM);
        return parameters;
    }

    /** The library calls nothing lasting for whose certificates there is no word of revocation, so its level is not asked. */
    private Instant end(TimestampBinary stamp) throws IOException, TSPException, CMSException {
        TimestampToken last = new TimestampToken(stamp.getBytes(), TimestampType.DOCUMENT_TIMESTAMP);
        CertificateToken signer =
                last.getCandidatesForSigningCertificate().getTheBestCandidate().getCertificateToken();
        if (!verifier.trusts(signer, last.getCertificates())) {
            throw ProblemException.conflict("Dấu thời gian lưu trữ không thuộc gốc được tin cậy.");
        }
        return LibraryTime.in(signer.getNotAfter());
    }
}
