package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.X500PrincipalHelper;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import vn.lienket.page.Wording;
import vn.lienket.problem.ProblemException;

/** The certificates that say whose a key is, his own first, and how is signed with it. */
final class SignerCertificates {

    static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private final List<CertificateToken> chain;
    private final SignatureAlgorithm algorithm;
    private final String field;

    /** @param field what is refused if they do not serve */
    SignerCertificates(List<CertificateToken> chain, String field) {
        this.chain = List.copyOf(chain);
        this.field = field;
        this.algorithm = Optional.ofNullable(
                        SignatureAlgorithm.getAlgorithm(EncryptionAlgorithm.forKey(own().getPublicKey()), DIGEST))
                .orElseThrow(() -> refused("Khóa dùng thuật toán không được hỗ trợ."));
    }

    /** A certificate as others write it: DER. */
    static CertificateToken read(byte[] der) throws CertificateException {
        return new CertificateToken((X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
    }

    CertificateToken own() {
        return chain.get(0);
    }

    List<CertificateToken> chain() {
        return chain;
    }

    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Whom the certificate names. */
    String signer() {
        return named(BCStyle.CN).orElseGet(() -> own().getSubject().getRFC2253());
    }

    /** For which body he signs, if the certificate says so. */
    Optional<String> organisation() {
        return named(BCStyle.O);
    }

    /** Who made his certificate: its name, or its whole subject. */
    String issuer() {
        return named(BCStyle.CN, own().getIssuer()).orElseGet(own().getIssuer()::getRFC2253);
    }

    /** Until when his certificate can be used. */
    Instant validTo() {
        return LibraryTime.in(own().getNotAfter());
    }

    /** By what they differ from others of the same signer too. */
    String words() {
        return "%s, đến %s, cấp bởi %s".formatted(signer(), Wording.VIETNAMESE.moment(validTo()), issuer());
    }

    /** The body that the certificate names as its own holder, if it is one of the demonstration. */
    Optional<String> ofDemonstratedBody() {
        return organisation().filter(body -> signer().equals(body + DemoKeys.MARK));
    }

    /** Whether they name somebody else of the body that the other ones name. */
    boolean areOfSomebodyOf(SignerCertificates body) {
        return organisation().isPresent()
                && organisation().equals(body.organisation())
                && !signer().equals(body.signer());
    }

    /** Whether a value was made over the data with the key that belongs to them. */
    boolean signed(byte[] data, byte[] value) {
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initVerify(own().getPublicKey());
            signature.update(data);
            return signature.verify(value);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    ProblemException refused(String sentence) {
        return ProblemException.invalid(field, sentence);
    }

    private Optional<String> named(ASN1ObjectIdentifier attribute) {
        return named(attribute, own().getSubject());
    }

    private static Optional<String> named(ASN1ObjectIdentifier attribute, X500PrincipalHelper subject) {
        return Optional.ofNullable(DSSASN1Utils.extractAttributeFromX500Principal(attribute, subject));
    }
}
