package vn.lienket.signature;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.document.DocumentInfo;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DocumentSigning.ToSign;

/**
 * Signs stored documents with keys that a service holds for people. The database is not held while the service is asked; whatever fails
 * on the way stores nothing, and nothing is asked of the service again without the signer.
 */
@Service
@Transactional(propagation = Propagation.NEVER)
public class RemoteSigning {

    private final DocumentSigning signing;
    private final RemoteProperties properties;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final HttpClient http = RevocationClient.http();
    /** By whom a document is being signed on this node. */
    private final Set<Map.Entry<String, UUID>> underWay = ConcurrentHashMap.newKeySet();

    RemoteSigning(DocumentSigning signing, RemoteProperties properties, ObjectMapper json, CurrentUser currentUser) {
        this.signing = signing;
        this.properties = properties;
        this.json = json;
        this.currentUser = currentUser;
    }

    /** Whether there is a service for whoever is signed in; it is not asked. */
    public boolean offered() {
        return service().isPresent();
    }

    /**
     * The keys of whoever is signed in that can be used now.
     *
     * @throws ProblemException 404 if there is no service for him, 503 if it does not answer
     */
    public List<RemoteCredential> credentials() {
        RemoteService service = require();
        return service.keys().stream()
                .flatMap(id -> usable(service, id).stream())
                .map(RemoteSigning::told)
                .toList();
    }

    /**
     * Has his key sign a document, once.
     *
     * @param pin written nowhere, as {@code otp}
     * @param otp null if the service wants none
     * @throws ProblemException as {@link DocumentSigning#prepare} and {@link DocumentSigning#complete}; 400 for a key that is not his or
     *     cannot be used, for a wrong PIN or code; 404 without a service, 409 while he has it signed already, 503 if it does not answer
     */
    public DocumentInfo sign(UUID document, String credential, String pin, String otp) {
        Map.Entry<String, UUID> signing = Map.entry(currentUser.require().id(), document);
        if (!underWay.add(signing)) {
            throw ProblemException.conflict("Bạn đang ký văn bản này. Hãy đợi dịch vụ ký từ xa trả lời.");
        }
        try {
            return signOnce(document, credential, pin, otp);
        } finally {
            underWay.remove(signing);
        }
    }

    private DocumentInfo signOnce(UUID document, String credential, String pin, String otp) {
        RemoteService service = require();
        RemoteKey key = service.key(credential);
        if (key.pin().isPresent() && pin == null) {
            throw ProblemException.invalid("pin", "Hãy nhập PIN của chứng thư ký từ xa.");
        }
        if (key.otp().isPresent() && otp == null) {
            throw ProblemException.invalid("otp", "Hãy nhập mã OTP của dịch vụ ký từ xa.");
        }
        ToSign toSign = signing.prepare(document, key.chain());
        byte[] value = service.signed(
                key, RemoteKey.Hash.of(toSign.data(), toSign.algorithm()), new RemoteKey.Consent(pin, otp));
        return signing.complete(toSign.id(), value);
    }

    private Optional<RemoteProperties.Service> service() {
        User user = currentUser.require();
        return properties.services().entrySet().stream()
                .filter(service -> user.actsFor(service.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private RemoteService require() {
        return service()
                .map(service -> new RemoteService(
                        http, json, properties, service, currentUser.require().id()))
                .orElseThrow(() -> ProblemException.notFound("Đơn vị của bạn chưa dùng dịch vụ ký từ xa."));
    }

    private static Optional<RemoteKey> usable(RemoteService service, String id) {
        try {
            return Optional.of(service.known(id));
        } catch (ProblemException e) {
            if (e.kind() == ProblemException.Kind.INVALID) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static RemoteCredential told(RemoteKey key) {
        try {
            SignerCertificates certificates = new SignerCertificates(
                    List.of(SignerCertificates.read(key.chain().get(0))), "credentialId");
            return new RemoteCredential(
                    key.id(),
                    certificates.signer(),
                    certificates.organisation().orElse(null),
                    certificates.issuer(),
                    certificates.validTo(),
                    key.otp().isPresent());
        } catch (CertificateException e) {
            throw ProblemException.busy("Dịch vụ ký từ xa trả lời sai: không đọc được chứng thư.");
        }
    }
}
