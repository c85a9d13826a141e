package vn.lienket.signature;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;
import vn.lienket.signature.DocumentSignatures.LastVerification;

/** What was found of the signatures in documents, in words. */
@Component
public class SignatureWords {

    private static final Wording SAY = Wording.VIETNAMESE;

    private final DocumentSignatures signatures;
    private final Parties parties;

    SignatureWords(DocumentSignatures signatures, Parties parties) {
        this.signatures = signatures;
        this.parties = parties;
    }

    /** Of all in a document as it was verified last, in the order of signing; for whoever may see the document. */
    public List<String> of(UUID document) {
        return signatures.last(document).stream()
                .flatMap(last -> last.signatures().stream())
                .map(this::say)
                .toList();
    }

    /** Of the one that was added last; empty for a document without, and for one that was never verified. */
    public Optional<String> ofLast(UUID document) {
        return signatures.last(document).flatMap(LastVerification::newest).map(this::say);
    }

    private String say(VerifiedSignature found) {
        return "%s của %s, ký cho %s, %s. %s"
                .formatted(
                        found.anchor().signature(),
                        found.signer() == null ? "người chưa xác định được" : found.signer(),
                        found.organisation() == null
                                ? "đơn vị chưa xác định được"
                                : parties.organisationName(found.organisation()),
                        time(found),
                        found.sentence());
    }

    private static String time(VerifiedSignature found) {
        return found.signedAt() == null
                ? "không ghi thời gian"
                : "lúc %s (giờ +07:00, %s)"
                        .formatted(
                                SAY.moment(found.signedAt()),
                                found.timeSource() == TimeSource.TIMESTAMP
                                        ? "theo dấu thời gian"
                                        : "theo máy của người ký");
    }
}
