package vn.lienket.signature.web;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.document.DocumentInfo;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.DocumentSigning;
import vn.lienket.signature.DocumentSigning.ToSign;
import vn.lienket.signature.RemoteCredential;
import vn.lienket.signature.RemoteSigning;
import vn.lienket.signature.VerifiedSignature;

/** Signing with a key on a token, a card or elsewhere: {@code /api/v1/signing}. */
@RestController
@RequestMapping("/api/v1/signing")
class SigningController {

    private final DocumentSigning signing;
    private final RemoteSigning remoteSigning;
    private final DocumentSignatures signatures;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    SigningController(
            DocumentSigning signing,
            RemoteSigning remoteSigning,
            DocumentSignatures signatures,
            CurrentUser currentUser,
            ApplicationEventPublisher events) {
        this.signing = signing;
        this.remoteSigning = remoteSigning;
        this.signatures = signatures;
        this.currentUser = currentUser;
        this.events = events;
    }

    /** @param chain of the certificates above that of the signer, or null; certificates are DER in Base64 */
    record Wanted(UUID documentId, String certificate, List<String> chain) {}

    /** @param sha256 of the file that is being signed */
    record Prepared(UUID id, String algorithm, byte[] dataToSign, String fileName, String sha256, Instant until) {}

    /** @param value Base64 */
    record Value(String value) {}

    /** What is given to a service that holds the key of the signer; the PIN and the code are written nowhere. */
    record Remote(UUID documentId, String credentialId, String pin, String otp) {

        @Override
        public String toString() {
            return "Remote[documentId=%s, credentialId=%s]".formatted(documentId, credentialId);
        }
    }

    record Offer(boolean offered) {}

    record Signed(UUID documentId, String fileName, List<VerifiedSignature> signatures) {}

    @PostMapping
    Prepared prepare(@RequestBody Wanted wanted) {
        currentUser.require();
        new FieldProblems()
                .check(wanted.documentId() != null, "documentId", "Thiếu văn bản cần ký (documentId).")
                .check(
                        !Answers.blank(wanted.certificate()),
                        "certificate",
                        "Thiếu chứng thư của người ký (certificate).")
                .throwIfAny();
        List<byte[]> chain = Stream.concat(
                        Stream.of(decoded("certificate", wanted.certificate())),
                        Optional.ofNullable(wanted.chain()).orElse(List.of()).stream()
                                .map(certificate -> decoded("chain", certificate)))
                .toList();
        ToSign toSign = signing.prepare(wanted.documentId(), chain);
        return new Prepared(
                toSign.id(),
                toSign.algorithm(),
                toSign.data(),
                toSign.document().fileName(),
                toSign.document().sha256(),
                toSign.until());
    }

    @PostMapping("/{id}/value")
    Signed complete(@PathVariable UUID id, @RequestBody Value value) {
        currentUser.require();
        new FieldProblems()
                .check(!Answers.blank(value.value()), "value", "Thiếu giá trị chữ ký (value).")
                .throwIfAny();
        return answered(signing.complete(id, decoded("value", value.value())));
    }

    /** Whether there is a service that holds keys for the signer's organisation. */
    @GetMapping("/remote")
    Offer remote() {
        currentUser.require();
        return new Offer(remoteSigning.offered());
    }

    @GetMapping("/remote/credentials")
    List<RemoteCredential> credentials() {
        currentUser.require();
        return remoteSigning.credentials();
    }

    @PostMapping("/remote")
    Signed sign(@RequestBody Remote wanted) {
        currentUser.require();
        new FieldProblems()
                .check(wanted.documentId() != null, "documentId", "Thiếu văn bản cần ký (documentId).")
                .check(
                        !Answers.blank(wanted.credentialId()),
                        "credentialId",
                        "Thiếu chứng thư ký từ xa (credentialId).")
                .throwIfAny();
        return answered(remoteSigning.sign(
                wanted.documentId(), wanted.credentialId(), given(wanted.pin()), given(wanted.otp())));
    }

    private Signed answered(DocumentInfo signed) {
        events.publishEvent(AuditEvent.done(AuditAct.DOCUMENT_UPLOADED)
                .onDocument(signed.id())
                .inChannel(signed.channel())
                .saying("sha256=" + signed.sha256()));
        return new Signed(signed.id(), signed.fileName(), signatures.of(signed.id()));
    }

    private static String given(String secret) {
        return Answers.blank(secret) ? null : secret;
    }

    private static byte[] decoded(String field, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw ProblemException.invalid(field, "Giá trị của %s không phải Base64.".formatted(field));
        }
    }
}
