package vn.lienket.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.util.unit.DataSize;
import vn.lienket.support.TestPki.Entity;

/**
 * How a file of a test is signed.
 *
 * @param at the time that the signer claims
 * @param stamp the time stamp authority, or null
 * @param visible left edge of what is seen of it on page 1; at 0 it is as wide as the page; or null
 * @param permission what may be changed after it, or null
 * @param provenTo the root of the proofs that are put beside it, or null
 * @param level which of them, or null
 * @param field the field of the file that is signed, or null for a new one
 */
record Signing(
        Entity signer,
        DigestAlgorithm digest,
        Instant at,
        Entity stamp,
        Float visible,
        CertificationPermission permission,
        Entity provenTo,
        SignatureLevel level,
        String field) {

    static Signing by(Entity signer) {
        return new Signing(signer, DigestAlgorithm.SHA256, Instant.now(), null, null, null, null, null, null);
    }

    Signing digest(DigestAlgorithm wanted) {
        return new Signing(signer, wanted, at, stamp, visible, permission, provenTo, level, field);
    }

    Signing at(Instant claimed) {
        return new Signing(signer, digest, claimed, stamp, visible, permission, provenTo, level, field);
    }

    Signing stampedBy(Entity authority) {
        return new Signing(signer, digest, at, authority, visible, permission, provenTo, level, field);
    }

    Signing visibleAt(float x) {
        return new Signing(signer, digest, at, stamp, x, permission, provenTo, level, field);
    }

    /** Allows no more than this after it. */
    Signing certifying(CertificationPermission allowed) {
        return new Signing(signer, digest, at, stamp, visible, allowed, provenTo, level, field);
    }

    Signing into(String name) {
        return new Signing(signer, digest, at, stamp, visible, permission, provenTo, level, name);
    }

    /** With the states of all certificates, asked of their authorities. */
    Signing proven(Entity root) {
        return new Signing(
                signer, digest, at, stamp, visible, permission, root, SignatureLevel.PAdES_BASELINE_LT, field);
    }

    /** As {@link #proven}, under a time stamp that lasts longer than they do. */
    Signing archived(Entity root) {
        return new Signing(
                signer, digest, at, stamp, visible, permission, root, SignatureLevel.PAdES_BASELINE_LTA, field);
    }

    /** Writes the signed file beside the other and returns it. */
    Path sign(Path pdf, String name) throws IOException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(stamp == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(digest);
        List<CertificateToken> chain =
                signer.chain().stream().map(CertificateToken::new).toList();
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(at));
        if (field != null) {
            parameters.getImageParameters().getFieldParameters().setFieldId(field);
        }
        if (permission != null) {
            parameters.setPermission(permission);
        }
        if (visible != null) {
            SignatureFieldParameters place = parameters.getImageParameters().getFieldParameters();
            place.setOriginX(visible);
            place.setOriginY(visible == 0 ? 100 : 600);
            place.setWidth(visible == 0 ? 595 : 120);
            place.setHeight(visible == 0 ? 240 : 60);
            SignatureImageTextParameters text = new SignatureImageTextParameters();
            text.setText("Signed");
            parameters.getImageParameters().setTextParameters(text);
        }
        PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();
        pdfBox.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        pdfBox.setResourcesHandlerBuilder(new TempFileResourcesHandlerBuilder());
        PdfPermissionsChecker permissions = new PdfPermissionsChecker();
        permissions.setAlertOnForbiddenSignatureCreation(new SilentOnStatusAlert());
        pdfBox.setPdfPermissionsChecker(permissions);
        PAdESService service = new PAdESService(certificates());
        service.setPdfObjFactory(pdfBox);
        if (stamp != null) {
            KeyEntityTSPSource authority = new KeyEntityTSPSource(
                    stamp.key(),
                    new CertificateToken(stamp.certificate()),
                    stamp.chain().stream().map(CertificateToken::new).toList());
            authority.setTsaPolicy("1.2.3.4");
            service.setTspSource(authority);
        }
        DSSDocument document = new FileDocument(pdf.toFile());
        byte[] value = value(service.getDataToSign(document, parameters).getBytes());
        Path signed = pdf.resolveSibling(name);
        DSSDocument result = service.signDocument(document, parameters, new SignatureValue(algorithm(), value));
        if (provenTo != null) {
            parameters.setSignatureLevel(level);
            result = service.extendDocument(result, parameters);
        }
        result.save(signed.toString());
        return signed;
    }

    private CommonCertificateVerifier certificates() {
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        // who signs badly is not stopped by our library
        certificates.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        certificates.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        if (provenTo != null) {
            CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
            trusted.addCertificate(new CertificateToken(provenTo.certificate()));
            certificates.setTrustedCertSources(trusted);
            certificates.setOcspSource(new OnlineOCSPSource(new RevocationClient(
                    RevocationClient.http(), Duration.ofSeconds(30), DataSize.ofMegabytes(1), true)));
        }
        return certificates;
    }

    private SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.getAlgorithm(EncryptionAlgorithm.forKey(signer.key()), digest);
    }

    private byte[] value(byte[] content) {
        try {
            PrivateKey key = signer.key();
            Signature signature = Signature.getInstance(algorithm().getJCEId(), new BouncyCastleProvider());
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
