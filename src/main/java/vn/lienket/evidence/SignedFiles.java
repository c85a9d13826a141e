package vn.lienket.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.DocumentSignatures.LastVerification;
import vn.lienket.signature.SignedText;
import vn.lienket.signature.TakenSignature;
import vn.lienket.signature.VerifiedSignature;

/** What the signed files of an agreement or a paper hold. */
@Component
class SignedFiles {

    private final DocumentSignatures signatures;

    SignedFiles(DocumentSignatures signatures) {
        this.signatures = signatures;
    }

    /** The one that a party added to its file, as it was verified last; empty for a scan. */
    Optional<VerifiedSignature> added(TakenSignature taken) {
        return taken.byHand()
                ? Optional.empty()
                : signatures.last(taken.document()).flatMap(LastVerification::newest);
    }

    /** In the order of signing, verified as {@link DocumentSignatures#of}. */
    List<SignedFile> of(SignedText text) {
        List<? extends TakenSignature> signed = text.signatures();
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
