package vn.lienket.signature.web;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.party.CurrentUser;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.TrustedRoots;
import vn.lienket.signature.VerifiedSignature;

@RestController
class SignatureController {

    private final DocumentSignatures signatures;
    private final CurrentUser currentUser;

    SignatureController(DocumentSignatures signatures, CurrentUser currentUser) {
        this.signatures = signatures;
        this.currentUser = currentUser;
    }

    /** For whoever may download the document. */
    @GetMapping("/api/v1/documents/{id}/signatures")
    List<VerifiedSignature> signatures(@PathVariable UUID id) {
        currentUser.require();
        return signatures.of(id);
    }

    /** Whether anybody's signature is believed, for the forms in which people sign. */
    @GetMapping("/api/v1/signatures/roots")
    TrustedRoots roots() {
        currentUser.require();
        return signatures.roots();
    }
}
