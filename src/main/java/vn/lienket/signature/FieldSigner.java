package vn.lienket.signature;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** Whom the certificate in a signed field names; nothing of it is verified, so it says where to draw and no more. */
final class FieldSigner {

    private FieldSigner() {}

    /** Empty for what is not signed or cannot be read. */
    static Optional<SignerCertificates> of(PDSignatureField field) {
        return Optional.ofNullable(field.getSignature())
                .map(PDSignature::getContents)
                .flatMap(FieldSigner::of);
    }

    private static Optional<SignerCertificates> of(byte[] contents) {
        try (ASN1InputStream first = new ASN1InputStream(contents)) {
            CMSSignedData signed = new CMSSignedData(ContentInfo.getInstance(first.readObject()));
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            for (X509CertificateHolder certificate : signed.getCertificates().getMatches(null)) {
                if (signer.getSID().match(certificate)) {
                    return Optional.of(new SignerCertificates(
                            List.of(SignerCertificates.read(certificate.getEncoded())), "certificate"));
                }
            }
            return Optional.empty();
        } catch (IOException | CMSException | CertificateException | RuntimeException unread) {
            return Optional.empty();
        }
    }
}
