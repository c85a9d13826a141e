package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import vn.lienket.problem.ProblemException;

/** A private key and the certificates that say whose it is, his own first. It shows nothing of the key. */
public final class SigningKey {

    static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private final PrivateKey key;
    private final List<CertificateToken> chain;
    private final SignatureAlgorithm algorithm;

    private SigningKey(PrivateKey key, List<CertificateToken> chain) {
        this.key = key;
        this.chain = chain;
        this.algorithm = Optional.ofNullable(SignatureAlgorithm.getAlgorithm(
                        EncryptionAlgorithm.forKey(certificate().getPublicKey()), DIGEST))
                .orElseThrow(SigningKey::unknownAlgorithm);
    }

    /**
     * The key of a PKCS#12 file, the first if there are several.
     *
     * @throws ProblemException 400 for {@code password} if it does not open the file, for {@code key} if the file holds no key that can sign
     */
    public static SigningKey open(Path file, char[] password) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (chain != null && store.getKey(alias, password) instanceof PrivateKey key) {
                    return new SigningKey(key, tokens(chain));
                }
            }
            throw ProblemException.invalid("key", "Tệp khóa không chứa khóa ký và chứng thư.");
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword()
                    : ProblemException.invalid("key", "Không đọc được tệp khóa; cần một tệp PKCS#12 (.p12, .pfx).");
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword();
        } catch (GeneralSecurityException e) {
            throw unknownAlgorithm();
        }
    }

    private static ProblemException wrongPassword() {
        return ProblemException.invalid("password", "Mật khẩu của tệp khóa không đúng.");
    }

    private static ProblemException unknownAlgorithm() {
        return ProblemException.invalid("key", "Tệp khóa dùng thuật toán không được hỗ trợ.");
    }

    private static List<CertificateToken> tokens(Certificate[] chain) {
        return Arrays.stream(chain)
                .map(X509Certificate.class::cast)
                .map(CertificateToken::new)
                .toList();
    }

    CertificateToken certificate() {
        return chain.get(0);
    }

    List<CertificateToken> chain() {
        return chain;
    }

    /** Whom the certificate names. */
    public String signer() {
        return named(BCStyle.CN).orElseGet(() -> certificate().getSubject().getRFC2253());
    }

    /** For which body he signs, if the certificate says so. */
    public Optional<String> organisation() {
        return named(BCStyle.O);
    }

    private Optional<String> named(ASN1ObjectIdentifier attribute) {
        return Optional.ofNullable(DSSASN1Utils.extractAttributeFromX500Principal(
                attribute, certificate().getSubject()));
    }

    SignatureValue sign(ToBeSigned data) {
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(key);
            signature.update(data.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw ProblemException.invalid("key", "Không ký được bằng khóa này.");
        }
    }
}
