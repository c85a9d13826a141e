package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.lienket.problem.ProblemException;

/** A private key and the certificates that say whose it is, his own first. It shows nothing of the key. */
public final class SigningKey {

    static final DigestAlgorithm DIGEST = SignerCertificates.DIGEST;

    private static final String KEY = "key";

    private final PrivateKey key;
    private final Provider provider;
    private final SignerCertificates certificates;

    private SigningKey(PrivateKey key, Provider provider, List<CertificateToken> chain) {
        this.key = key;
        this.provider = provider;
        this.certificates = new SignerCertificates(chain, KEY);
    }

    /**
     * The key of a PKCS#12 file, the first if there are several.
     *
     * @throws ProblemException 400 for {@code password} if it does not open the file, for {@code key} if the file holds no key that can sign
     */
    public static SigningKey open(Path file, char[] password) {
        return all(file, password).get(0);
    }

    /** All keys of the file. */
    static List<SigningKey> all(Path file, char[] password) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            List<SigningKey> keys = all(store, password, null);
            if (keys.isEmpty()) {
                throw ProblemException.invalid(KEY, "Tệp khóa không chứa khóa ký và chứng thư.");
            }
            return keys;
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword()
                    : ProblemException.invalid(KEY, "Không đọc được tệp khóa; cần một tệp PKCS#12 (.p12, .pfx).");
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword();
        } catch (GeneralSecurityException e) {
            throw unknownAlgorithm();
        }
    }

    /**
     * The keys of a store that have certificates.
     *
     * @param provider who signs with them, or null for whoever can
     */
    static List<SigningKey> all(KeyStore store, char[] password, Provider provider) throws GeneralSecurityException {
        List<SigningKey> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain != null && store.getKey(alias, password) instanceof PrivateKey key) {
                keys.add(new SigningKey(key, provider, tokens(chain)));
            }
        }
        return keys;
    }

    private static ProblemException wrongPassword() {
        return ProblemException.invalid("password", "Mật khẩu của tệp khóa không đúng.");
    }

    private static ProblemException unknownAlgorithm() {
        return ProblemException.invalid(KEY, "Tệp khóa dùng thuật toán không được hỗ trợ.");
    }

    private static List<CertificateToken> tokens(Certificate[] chain) {
        return Arrays.stream(chain)
                .map(X509Certificate.class::cast)
                .map(CertificateToken::new)
                .toList();
    }

    SignerCertificates certificates() {
        return certificates;
    }

    CertificateToken certificate() {
        return certificates.own();
    }

    List<CertificateToken> chain() {
        return certificates.chain();
    }

    /** Whom the certificate names. */
    public String signer() {
        return certificates.signer();
    }

    /** For which body he signs, if the certificate says so. */
    public Optional<String> organisation() {
        return certificates.organisation();
    }

    SignatureValue sign(ToBeSigned data) {
        try {
            SignatureAlgorithm algorithm = certificates.algorithm();
            String name = algorithm.getJCEId();
            Signature signature =
                    provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
            signature.initSign(key);
            signature.update(data.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException | ProviderException e) {
            throw ProblemException.invalid(KEY, "Không ký được bằng khóa này.");
        }
    }
}
