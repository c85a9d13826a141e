package vn.lienket.signature;

import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.validation.RevocationDataVerifierFactory;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import vn.lienket.content.InTime;
import vn.lienket.problem.ProblemException;

/**
 * Says of every signature in a PDF who signed and whether it is valid. The file is read where it lies, never as a whole in memory; nothing
 * but the state of certificates is asked of the network. Pages are compared by the objects they are drawn from, not by their looks, so
 * that nothing of an unknown file is drawn.
 */
final class SignatureVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureVerifier.class);
    private static final Resource POLICY =
            new ClassPathResource("signature/policy.xml", SignatureVerifier.class.getClassLoader());
    /** Where the library finds the proofs of a signature. */
    private static final String PROOFS = "/Catalog /DSS ";

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    /** A signer's clock may be wrong by so much. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

    private final SignatureProperties properties;
    private final TrustAnchors anchors;
    private final Signers signers;
    private final HttpClient http = RevocationClient.http();
    private final ValidationPolicy policy;
    private final String policyWords;

    SignatureVerifier(SignatureProperties properties, TrustAnchors anchors, Signers signers) {
        this.properties = properties;
        this.anchors = anchors;
        this.signers = signers;
        try (InputStream content = POLICY.getInputStream()) {
            policy = new EtsiValidationPolicyFactory().loadValidationPolicy(content);
            policyWords = POLICY.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By what a file is verified now: another value, and the same file may get another verdict. 64 hexadecimal digits. */
    String basis() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(anchors.current().words(), signers.toString(), policyWords)
                    .forEach(words -> digest.update(words.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Verifies a file as it had to be seen at a moment, e.g. when it arrived: a certificate that expired or was revoked later does no harm
     * to it.
     *
     * @param parties ids of the organisations that sign, in their order; empty if anybody may
     */
    Verification verify(Path pdf, Instant at, List<String> parties) {
        try {
            return InTime.call("signatures", properties.deadline(), () -> inOrder(verified(pdf, at), parties));
        } catch (TimeoutException late) {
            return Verification.failed(Fault.LATE);
        } catch (ExecutionException e) {
            LOG.warn("A signed file could not be verified", e.getCause());
            return Verification.failed(e.getCause() instanceof DSSException ? Fault.BROKEN : Fault.FAILED);
        }
    }

    /** For which organisation the holder of a certificate signs, if the rule names one. */
    Optional<String> organisationOf(CertificateToken certificate) {
        return signers.of(subject(certificate)).map(Signers.Signer::organisation);
    }

    private static X500Name subject(CertificateToken certificate) {
        return X500Name.getInstance(
                certificate.getCertificate().getSubjectX500Principal().getEncoded());
    }

    /**
     * What a file adds behind a place, but for signatures and their proofs, and whether one of them locks it.
     *
     * @param end where the file ended that it continues
     * @throws ProblemException 503 if it takes too long
     */
    Optional<Fault> additions(Path pdf, long end) {
        try {
            return InTime.call(
                    "signatures",
                    properties.deadline(),
                    () -> LaterRevisions.changes(pdf, end)
                            .or(() -> locked(pdf) ? Optional.of(Fault.LOCKED) : Optional.empty()));
        } catch (TimeoutException late) {
            throw ProblemException.busy(Fault.LATE.sentence());
        } catch (ExecutionException e) {
            LOG.warn("A signed file could not be compared with the one that it continues", e.getCause());
            return Optional.of(Fault.BROKEN);
        }
    }

    private static boolean locked(Path pdf) {
        DSSDocument file = new FileDocument(pdf.toFile());
        try (PdfDocumentReader reader = new PdfBoxDocumentReader(file, null, PdfMemoryUsageSetting.fileOnly())) {
            new PdfPermissionsChecker().checkSignatureRestrictionDictionaries(reader, new SignatureFieldParameters());
            return false;
        } catch (ProtectedDocumentException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verification verified(Path pdf, Instant at) {
        PdfLook look;
        try {
            look = PdfLook.at(pdf);
        } catch (PdfLook.Unfit unfit) {
            return Verification.failed(unfit.fault());
        }
        if (look.signatureFields().isEmpty()) {
            return Verification.unsigned();
        }
        Anchors trusted = anchors.current();
        TempFileResourcesHandlerBuilder files = new TempFileResourcesHandlerBuilder();
        try {
            PDFDocumentValidator validator = validator(pdf, at, trusted, files);
            Reports reports = validator.validateDocument(policy);
            return new Findings(validator, reports, look, trusted, at, pdf).verification();
        } finally {
            files.clear();
        }
    }

    private PDFDocumentValidator validator(
            Path pdf, Instant at, Anchors trusted, TempFileResourcesHandlerBuilder files) {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();
        pdfBox.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        pdfBox.setResourcesHandlerBuilder(files);
        pdfBox.setPdfDifferencesFinder(differences);
        PDFDocumentValidator validator = new PDFDocumentValidator(new FileDocument(pdf.toFile()));
        validator.setPdfObjFactory(pdfBox);
        validator.setCertificateVerifier(certificates(trusted, at));
        validator.setValidationTime(LibraryTime.of(at));
        validator.setLocale(Locale.ENGLISH);
        // the one of the library fetches what the file names
        validator.setSignaturePolicyProvider(new SignaturePolicyProvider());
        return validator;
    }

    /** With which a signature is proven for later: what is missing or against it is an error. */
    CommonCertificateVerifier proofs(Instant at) {
        CommonCertificateVerifier certificates = certificates(anchors.current(), at);
        certificates.setRevocationDataVerifier(new RevocationDataVerifierFactory(policy).create());
        return certificates;
    }

    /** Whether a chain of these certificates leads from one to a root. */
    boolean trusts(CertificateToken certificate, List<CertificateToken> others) {
        CommonTrustedCertificateSource roots = anchors.current().trusted();
        List<CertificateToken> known =
                Stream.concat(roots.getCertificates().stream(), others.stream()).toList();
        Optional<CertificateToken> link = Optional.of(certificate);
        for (int length = 0; length <= known.size() && link.isPresent(); length++) {
            if (roots.isTrusted(link.get())) {
                return true;
            }
            link = above(link.get(), known);
        }
        return false;
    }

    private static Optional<CertificateToken> above(CertificateToken certificate, List<CertificateToken> known) {
        return known.stream()
                .filter(issuer -> !issuer.equals(certificate) && certificate.isSignedBy(issuer))
                .findFirst();
    }

    private CommonCertificateVerifier certificates(Anchors trusted, Instant at) {
        RevocationClient client = new RevocationClient(
                http, properties.networkDeadline(), properties.maxAnswer(), properties.insideHosts());
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        certificates.setTrustedCertSources(trusted.trusted());
        OnlineOCSPSource responders = new OnlineOCSPSource(client);
        OnlineCRLSource lists = new OnlineCRLSource(client);
        certificates.setOcspSource(
                (certificate, issuer) -> unlessRunOut(responders.getRevocationToken(certificate, issuer), at));
        certificates.setCrlSource(
                (certificate, issuer) -> unlessRunOut(lists.getRevocationToken(certificate, issuer), at));
        certificates.setAIASource(new DefaultAIASource(client));
        return certificates;
    }

    /** What has run out does not say that a certificate is good; what was revoked then still is. */
    private static <T extends RevocationToken<?>> T unlessRunOut(T told, Instant at) {
        boolean good = told != null && told.getStatus() == CertificateStatus.GOOD;
        return good
                        && told.getNextUpdate() != null
                        && LibraryTime.in(told.getNextUpdate()).isBefore(at)
                ? null
                : told;
    }

    /** A party may sign several times, but none before those who sign earlier have signed. */
    private static Verification inOrder(Verification verification, List<String> parties) {
        if (parties.isEmpty()) {
            return verification;
        }
        List<VerifiedSignature> ordered = new ArrayList<>();
        Set<Fault> faults = new HashSet<>(verification.faults());
        int last = 0;
        for (VerifiedSignature signature : verification.signatures()) {
            int turn = signature.organisation() == null ? -1 : parties.indexOf(signature.organisation());
            if (!signature.valid()) {
                ordered.add(signature);
            } else if (turn < 0) {
                faults.add(Fault.WRONG_PARTY);
                ordered.add(signature.refused(Fault.WRONG_PARTY));
            } else if (turn < last || turn > last + 1 || ordered.isEmpty() && turn > 0) {
                faults.add(Fault.WRONG_ORDER);
                ordered.add(signature.refused(Fault.WRONG_ORDER));
            } else {
                ordered.add(signature);
                last = turn;
            }
        }
        return new Verification(ordered, faults, verification.reports());
    }

    /** What the library says of one file, in our words. */
    private final class Findings {

        private final Reports reports;
        private final DiagnosticData data;
        private final DetailedReport detailed;
        private final SimpleReport simple;
        private final Path pdf;
        private final PdfLook look;
        private final Anchors trusted;
        private final Instant at;
        private final List<AdvancedSignature> signatures;
        /** Of the file, so of every signature in it. */
        private final Set<Fault> ofAll = EnumSet.noneOf(Fault.class);
        /** Of each signature. */
        private final Set<Fault> gravest = EnumSet.noneOf(Fault.class);

        Findings(PDFDocumentValidator validator, Reports reports, PdfLook look, Anchors trusted, Instant at, Path pdf) {
            this.reports = reports;
            this.data = reports.getDiagnosticData();
            this.detailed = reports.getDetailedReport();
            this.simple = reports.getSimpleReport();
            this.signatures = validator.getSignatures();
            this.look = look;
            this.trusted = trusted;
            this.at = at;
            this.pdf = pdf;
        }

        Verification verification() {
            List<PDFRevisionWrapper> revisions = Stream.concat(
                            data.getSignatures().stream().map(SignatureWrapper::getPDFRevision),
                            data.getTimestampList().stream().map(TimestampWrapper::getPDFRevision))
                    .filter(revision -> revision != null)
                    .toList();
            Set<String> parsed = revisions.stream()
                    .flatMap(revision -> revision.getSignatureFieldNames().stream())
                    .collect(Collectors.toSet());
            if (!parsed.containsAll(look.signatureFields())) {
                ofAll.add(Fault.UNREADABLE);
            }
            if (look.covering()) {
                ofAll.add(Fault.COVERING);
            }
            if (look.hidesText()) {
                ofAll.add(Fault.HIDES_TEXT);
            }
            if (!look.overlaps().stream().allMatch(this::isSealed)) {
                ofAll.add(Fault.OVERLAPPING);
            }
            if (appended(revisions)) {
                ofAll.add(Fault.APPENDED);
            }
            List<VerifiedSignature> found = data.getSignatures().stream()
                    .sorted(Comparator.comparingLong(signature -> end(signature.getPDFRevision())))
                    .map(this::signature)
                    .toList();
            if (found.isEmpty() && !ofAll.isEmpty()) {
                return Verification.failed(ofAll.iterator().next());
            }
            return new Verification(
                    found,
                    gravest,
                    new Verification.Reports(
                            reports.getXmlSimpleReport(),
                            reports.getXmlDetailedReport(),
                            reports.getXmlValidationReport()));
        }

        /** The seal of a body lies on who signed for it. */
        private boolean isSealed(PdfLook.Overlap overlap) {
            Optional<Signers.Signer> one = signerOf(overlap.one());
            Optional<Signers.Signer> other = signerOf(overlap.other());
            return one.isPresent()
                    && other.isPresent()
                    && one.get().organisation().equals(other.get().organisation())
                    && one.get().keyOwner() != other.get().keyOwner();
        }

        private Optional<Signers.Signer> signerOf(String field) {
            return data.getSignatures().stream()
                    .filter(signature ->
                            signature.getPDFRevision().getSignatureFieldNames().contains(field))
                    .findFirst()
                    .flatMap(this::certificate)
                    .map(SignatureVerifier::subject)
                    .flatMap(signers::of);
        }

        /** What follows the last signature may be the proofs that belong to it, and nothing else. */
        private boolean appended(List<PDFRevisionWrapper> revisions) {
            return revisions.stream().noneMatch(revision -> end(revision) == look.size())
                    && revisions.stream()
                            .max(Comparator.comparingLong(SignatureVerifier::end))
                            .filter(last -> proven(last.getPdfExtensionChanges()))
                            .isEmpty();
        }

        private VerifiedSignature signature(SignatureWrapper signature) {
            Optional<CertificateToken> certificate = certificate(signature);
            Optional<X500Name> subject = certificate.map(SignatureVerifier::subject);
            Optional<Signers.Signer> signer = subject.flatMap(signers::of);
            Anchor anchor = trusted.of(signature.getCertificateChain().stream().map(CertificateWrapper::getId));
            Optional<Instant> stamped = stamped(signature);
            Instant signedAt = stamped.orElseGet(() -> LibraryTime.in(signature.getClaimedSigningTime()));
            TimeSource timeSource = signedAt == null ? null : TimeSource.CLAIMED;
            Optional<Fault> fault = fault(signature, signedAt, signer.map(Signers.Signer::anchor), anchor);
            fault.ifPresent(gravest::add);
            return new VerifiedSignature(
                    subject.map(Signers::name).orElse(null),
                    signer.map(Signers.Signer::organisation).orElse(null),
                    anchor,
                    signedAt,
                    stamped.isPresent() ? TimeSource.TIMESTAMP : timeSource,
                    fault.isEmpty(),
                    fault.map(Fault::sentence).orElse("Chữ ký hợp lệ, thuộc %s.".formatted(anchor.label())),
                    signature.getSignatureFormat() == null
                            ? null
                            : signature.getSignatureFormat().toString(),
                    end(signature.getPDFRevision()) == look.size(),
                    certificate.map(Findings::told).orElse(null),
                    signer.map(Signers.Signer::keyOwner).orElse(null));
        }

        private Optional<CertificateToken> certificate(SignatureWrapper signature) {
            return signatures.stream()
                    .filter(parsed -> parsed.getId().equals(signature.getId()))
                    .map(AdvancedSignature::getSigningCertificateToken)
                    .filter(certificate -> certificate != null)
                    .findFirst();
        }

        private static VerifiedSignature.Certificate told(CertificateToken certificate) {
            return new VerifiedSignature.Certificate(
                    certificate.getSerialNumber().toString(16),
                    Signers.name(X500Name.getInstance(certificate
                            .getCertificate()
                            .getIssuerX500Principal()
                            .getEncoded())),
                    LibraryTime.in(certificate.getNotBefore()),
                    LibraryTime.in(certificate.getNotAfter()),
                    HexFormat.of().formatHex(certificate.getDigest(DigestAlgorithm.SHA256)));
        }

        private Optional<Instant> stamped(SignatureWrapper signature) {
            return signature.getTLevelTimestamps().stream()
                    .filter(stamp -> believed(stamp.getId()))
                    .map(stamp -> LibraryTime.in(stamp.getProductionTime()))
                    .min(Comparator.naturalOrder());
        }

        /** As it is seen today, or as what was put beside it later lets it be seen. */
        private boolean believed(String stamp) {
            return detailed.getBasicTimestampValidationIndication(stamp) == Indication.PASSED
                    || detailed.getArchiveDataTimestampValidationIndication(stamp) == Indication.PASSED;
        }

        private Optional<Fault> fault(
                SignatureWrapper signature, Instant signedAt, Optional<Anchor> expected, Anchor anchor) {
            EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
            faults.addAll(ofAll);
            if (simple.getIndication(signature.getId()) != Indication.TOTAL_PASSED) {
                faults.addAll(causes(signature));
            }
            PDFRevisionWrapper revision = signature.getPDFRevision();
            if (!beginsAtStart(revision)) {
                faults.add(Fault.BYTE_RANGE);
            }
            if (signature.getSignatureTimestamps().stream()
                    .anyMatch(stamp -> !stamp.isMessageImprintDataIntact() || !stamp.isSignatureIntact())) {
                faults.add(Fault.TIMESTAMP);
            }
            CertificateWrapper certificate = signature.getSigningCertificate();
            if (certificate != null && !valid(certificate, stamped(signature).orElse(at))) {
                faults.add(Fault.EXPIRED);
            }
            if (faults.contains(Fault.REVOCATION_UNKNOWN)
                    && signature.getCertificateChain().stream().anyMatch(Findings::tellsNoAddress)) {
                faults.add(Fault.NO_ADDRESS);
            }
            if (signedAt != null && signedAt.isAfter(at.plus(WRONG_CLOCK))) {
                faults.add(Fault.FUTURE);
            }
            if (anchor != Anchor.UNKNOWN
                    && expected.filter(root -> root != anchor).isPresent()) {
                faults.add(Fault.WRONG_ANCHOR);
            }
            if (faults.isEmpty() && anchor == Anchor.UNKNOWN) {
                // under a root of time stamps
                faults.add(Fault.UNKNOWN_ROOT);
            }
            if (beginsAtStart(revision) && end(revision) != look.size()) {
                LaterRevisions.changes(pdf, end(revision)).ifPresent(faults::add);
            }
            return faults.stream().findFirst();
        }

        private static boolean valid(CertificateWrapper certificate, Instant at) {
            return !at.isBefore(LibraryTime.in(certificate.getNotBefore()))
                    && !at.isAfter(LibraryTime.in(certificate.getNotAfter()));
        }

        private static boolean tellsNoAddress(CertificateWrapper certificate) {
            return !certificate.isTrusted()
                    && certificate.getOCSPAccessUrls().isEmpty()
                    && certificate.getCRLDistributionPoints().isEmpty();
        }

        private Set<Fault> causes(SignatureWrapper signature) {
            Set<String> keys = simple.getAdESValidationErrors(signature.getId()).stream()
                    .map(Message::getKey)
                    .collect(Collectors.toSet());
            Set<Fault> causes = keys.stream()
                    .map(Fault::of)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
            if (causes.contains(Fault.UNKNOWN_ROOT)
                    && certificate(signature)
                            .filter(SignatureVerifier::hasStrongKey)
                            .isPresent()) {
                // the library means the key of the issuer, which nobody has sent along
                causes.remove(Fault.WEAK_KEY);
            }
            if (causes.contains(Fault.UNKNOWN_ROOT)
                    && signature.getSigningCertificate() != null
                    && signature.getSigningCertificate().isSelfSigned()) {
                causes.add(Fault.SELF_SIGNED);
            }
            if (causes.isEmpty()) {
                LOG.warn("A signature is not valid for causes without a sentence: {}", keys);
                causes.add(Fault.OTHER);
            }
            return causes;
        }
    }

    private static boolean hasStrongKey(CertificateToken certificate) {
        return certificate.getPublicKey() instanceof RSAKey rsa
                ? rsa.getModulus().bitLength() >= RSA_BITS
                : certificate.getPublicKey() instanceof ECKey ec
                        && ec.getParams().getOrder().bitLength() >= EC_BITS;
    }

    private static boolean proven(List<XmlObjectModification> changes) {
        return !changes.isEmpty()
                && changes.stream().allMatch(change -> change.getValue().startsWith(PROOFS));
    }

    private static boolean beginsAtStart(PDFRevisionWrapper revision) {
        List<BigInteger> range = revision.getSignatureByteRange();
        return range.size() == 4 && range.get(0).signum() == 0;
    }

    /** Behind the last byte that is covered. */
    private static long end(PDFRevisionWrapper revision) {
        List<BigInteger> range = revision.getSignatureByteRange();
        return range.size() == 4 ? range.get(2).add(range.get(3)).longValue() : -1;
    }
}
