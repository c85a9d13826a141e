package vn.lienket.evidence;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.Signature;
import vn.lienket.signature.DocumentSignatures;

/** What the signed files of an agreement hold. */
@Component
class SignedFiles {

    private final DocumentSignatures signatures;

    SignedFiles(DocumentSignatures signatures) {
        this.signatures = signatures;
    }

    /** In the order of signing, verified as {@link DocumentSignatures#of}. */
    List<SignedFile> of(Agreement agreement) {
        List<Signature> signed = agreement.signatures();
        List<SignedFile> files = new ArrayList<>();
        for (int i = 0; i < signed.size(); i++) {
            if (i == signed.size() - 1 || signed.get(i + 1).byHand()) {
                files.add(new SignedFile(
                        signed.get(i), signatures.of(signed.get(i).document())));
            }
        }
        return files;
    }
}
